// What must never be written: keys, passwords in addresses, the values of headers that carry them.

namespace BootcampEval.Engine.Running;

/// <summary>Hides the secrets of a run wherever text about it is written.</summary>
public sealed class Secrets
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mask = "***";

    private readonly string[] _secrets;

    /// <summary>Knows the secrets of a run's options.</summary>
    public Secrets(EvaluationOptions options)
    {
        List<string> secrets = [];
        if (options.ApiKey != EvaluationOptions.NoApiKey) secrets.Add(options.ApiKey);
        foreach (var header in options.Headers)
            if (OfHeader(header) != header) secrets.Add(header[(header.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        foreach (var url in options.Urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length == 0) continue;
            secrets.Add(uri.UserInfo);
            if (uri.UserInfo.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon) secrets.Add(Uri.UnescapeDataString(uri.UserInfo[(colon + 1)..]));
        }
        // Longest first: one secret may hold another. An empty one would match everywhere.
        _secrets = [.. secrets.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];
    }

    /// <summary>The text with every secret masked.</summary>
    public string Hide(string text)
    {
        foreach (var secret in _secrets) text = text.Replace(secret, Mask, StringComparison.Ordinal);
        return text;
    }

    /// <summary>An address without its user and password.</summary>
    internal static string OfUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0
            ? url.Replace(uri.UserInfo + "@", Mask + "@", StringComparison.Ordinal)
            : url;

    /// <summary>A header (<c>K=V</c>) whose value is masked when its name says that it is a secret.</summary>
    internal static string OfHeader(string header)
    {
        var cut = header.IndexOf('=', StringComparison.Ordinal);
        if (cut < 0) return header;
        var name = header[..cut];
        string[] tellTales = ["auth", "key", "token", "secret", "cookie", "password"];
        return tellTales.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? $"{name}={Mask}" : header;
    }
}
