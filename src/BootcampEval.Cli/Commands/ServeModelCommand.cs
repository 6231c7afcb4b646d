// bootcamp serve-model: the reference model server by itself.

using System.CommandLine;
using System.Net;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Engine.Running;
using BootcampEval.Library;
using BootcampEval.Server;

namespace BootcampEval.Cli.Commands;

/// <summary>Serves the models that solve the puzzles themselves, with delays and failures on request.</summary>
internal sealed class ServeModelCommand : Command
{
    private readonly Option<string> _testDir = Named.Option<string>("test_dir", "DIR", "the test files whose prompts can be answered");
    private readonly Option<string> _host = Named.Option("host", "ADDRESS", "the address to listen on", "127.0.0.1")
        .Where(host => IPAddress.TryParse(host, out _), "must be an IP address");
    private readonly Option<int> _port = Named.Option("port", "N", "the port to listen on; 0 for any free one", 8000).Where(port => port is >= 0 and <= 65535, "must be 0 to 65535");
    private readonly Option<string[]> _served = Named.Option<string[]>(
        "served_model_name", "NAME[=MODEL]", "a further name to serve, and the model behind it: reference (the default) or noisy-P; may be repeated");
    private readonly Option<string?> _apiKey = Named.Option<string?>("api_key", "KEY", "the key that requests must carry (default: none)");
    private readonly Option<string> _latency = Named.Option("latency", "TIME", "silence before each answer", "0").Where(IsDuration, "must be a duration such as 200ms");
    private readonly Option<double> _tokensPerSecond = Named.Option("tokens_per_second", "X", "how fast each answer comes; 0 for at once", 0.0).Where(rate => rate >= 0, "must not be negative");
    private readonly Option<double> _failRate = Rate("fail_rate", "fraction of requests answered with --status");
    private readonly Option<int> _status = Named.Option("status", "N", "HTTP status of failed requests", 500).Where(IsErrorStatus, "must be 400 to 599");
    private readonly Option<double> _disconnectRate = Rate("disconnect_rate", "fraction of requests whose connection is cut");
    private readonly Option<double> _malformedRate = Rate("malformed_rate", "fraction of requests answered with something that is no completion");
    private readonly Option<int> _maxConcurrent = Named.Option("max_concurrent", "N", "most requests at one time, more are refused; 0 for no limit", 0).Where(most => most >= 0, "must not be negative");
    private readonly Option<int> _overloadStatus = Named.Option("overload_status", "N", "HTTP status of refused requests", 429).Where(IsErrorStatus, "must be 400 to 599");
    private readonly Option<string?> _retryAfter = Named.Option<string?>("retry_after", "TIME", "sent with failed and refused requests (default: not sent)").Where(IsDuration, "must be a duration such as 2s");
    private readonly Option<int> _wordsPerChunk = Named.Option("words_per_chunk", "N", "words in each piece of a stream", 8).Where(words => words >= 1, "must be at least 1");
    private readonly Option<ulong> _seed = Named.Option("seed", "N", "the same seed makes the same failures", 0ul);

    public ServeModelCommand() : base("serve-model", "Serves reference models that solve the puzzles of a test set.")
    {
        _testDir.Required = true;
        foreach (var option in new Option[]
        {
            _testDir, _host, _port, _served, _apiKey, _latency, _tokensPerSecond, _failRate, _status, _disconnectRate, _malformedRate,
            _maxConcurrent, _overloadStatus, _retryAfter, _wordsPerChunk, _seed,
        }) Add(option);
        SetAction((parsed, cancellation) => Serve(Read(parsed)));
    }

    private static async Task<int> Serve(ModelServerOptions options)
    {
        if (!Directory.Exists(options.TestSet) && !File.Exists(options.TestSet)) throw new UserFaultException($"--test_dir {options.TestSet}: there is no such folder or file");
        using var stop = new Interrupts();
        await using var server = await ModelServer.StartAsync(options);
        await Console.Out.WriteLineAsync($"serving {string.Join(", ", options.Aliases.Keys.Concat(["reference", "noisy-P"]))} at {server.Url} (Ctrl-C ends it)");
        var ended = stop.First.WaitAsync();
        if (await Task.WhenAny(server.Ready, ended) == server.Ready) await server.Ready;
        await ended;
        return 0;
    }

    private ModelServerOptions Read(ParseResult parsed) => new()
    {
        Catalog = BootcampLibrary.Catalog,
        TestSet = parsed.GetRequiredValue(_testDir),
        Address = IPAddress.Parse(parsed.GetRequiredValue(_host)),
        Port = parsed.GetValue(_port),
        Aliases = ReadAliases(parsed.GetValue(_served) ?? []),
        ApiKey = parsed.GetValue(_apiKey),
        WordsPerChunk = parsed.GetValue(_wordsPerChunk),
        Faults = new()
        {
            Latency = Duration.Parse(parsed.GetRequiredValue(_latency)),
            TokensPerSecond = parsed.GetValue(_tokensPerSecond),
            FailRate = parsed.GetValue(_failRate),
            Status = parsed.GetValue(_status),
            DisconnectRate = parsed.GetValue(_disconnectRate),
            MalformedRate = parsed.GetValue(_malformedRate),
            MaxConcurrent = parsed.GetValue(_maxConcurrent),
            OverloadStatus = parsed.GetValue(_overloadStatus),
            RetryAfter = parsed.GetValue(_retryAfter) is { } wait ? Duration.Parse(wait) : null,
            Seed = parsed.GetValue(_seed),
        },
    };

    private static Dictionary<string, string> ReadAliases(string[] served)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in served)
        {
            var cut = entry.LastIndexOf('=');
            var (name, model) = cut < 0 ? (entry, "reference") : (entry[..cut], entry[(cut + 1)..]);
            if (!ModelServer.CanPlay(model)) throw new UserFaultException($"--served_model_name {entry}: {model} is no model of this server: reference, or noisy-P with P from 0 to 100");
            aliases[name] = model;
        }
        return aliases;
    }

    private static Option<double> Rate(string name, string description) => Named.Option(name, "X", description, 0.0).Where(rate => rate is >= 0 and <= 1, "must be 0 to 1");

    private static bool IsErrorStatus(int status) => status is >= 400 and <= 599;

    private static bool IsDuration(string? text)
    {
        try
        {
            return text is null || Duration.Parse(text) >= TimeSpan.Zero;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
