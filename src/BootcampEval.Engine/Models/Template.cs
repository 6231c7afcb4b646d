// The text around a prompt in completion mode, as a model's own chat format wants it.

using System.Text.Json;

namespace BootcampEval.Engine.Models;

/// <summary>A chat format: what stands before and after the prompt, and what ends an answer.</summary>
public sealed record Template
{
    private const string Placeholder = "{input}";

    /// <summary>What stands before the prompt.</summary>
    public required string Before { get; init; }

    /// <summary>What stands after the prompt.</summary>
    public required string After { get; init; }

    /// <summary>The system prompt that chat mode sends when none is given; null for none.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>Texts at which the server ends the answer.</summary>
    public IReadOnlyList<string> StopWords { get; init; } = [];

    /// <summary>The names of the built-in templates.</summary>
    public static IReadOnlyList<string> BuiltInNames { get; } = ["r1", "qwen", "internthinker", "chatml"];

    /// <summary>Finds a built-in template by its name, or reads a template file.</summary>
    /// <exception cref="FormatException">It is neither; the message is fit for a person.</exception>
    public static Template Load(string nameOrPath) => nameOrPath switch
    {
        // DeepSeek-R1's own format; the assistant's turn opens with its thinking.
        "r1" => Of("<｜begin▁of▁sentence｜><｜User｜>{input}<｜Assistant｜><think>\n", null, "<｜end▁of▁sentence｜>"),
        "qwen" => ChatMl("You are a helpful assistant."),
        "internthinker" => ChatMl(
            "You are an expert reasoner. Work through the problem step by step and check your own work, with all of your thinking inside "
            + "<think>...</think>. After it, give the final answer in the format that the problem asks for."),
        "chatml" => ChatMl(null),
        _ => Read(nameOrPath),
    };

    private static Template ChatMl(string? systemPrompt)
    {
        var system = systemPrompt is null ? "" : $"<|im_start|>system\n{systemPrompt}<|im_end|>\n";
        return Of(system + "<|im_start|>user\n{input}<|im_end|>\n<|im_start|>assistant\n", systemPrompt, "<|im_end|>", "<|endoftext|>");
    }

    private static Template Of(string text, string? systemPrompt, params IReadOnlyList<string> stopWords)
    {
        var at = text.IndexOf(Placeholder, StringComparison.Ordinal);
        return new() { Before = text[..at], After = text[(at + Placeholder.Length)..], SystemPrompt = systemPrompt, StopWords = stopWords };
    }

    private static Template Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var json = document.RootElement;
            var text = json.GetProperty("chat_template").GetString() ?? "";
            if (text.Split(Placeholder).Length != 2) throw new FormatException($"chat_template must hold {Placeholder} once");
            return Of(text,
                json.TryGetProperty("system_prompt", out var prompt) ? prompt.GetString() : null,
                json.TryGetProperty("stop_words", out var words) ? [.. words.EnumerateArray().Select(word => word.GetString() ?? "")] : []);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FormatException($"--template {path}: there is no such file, and no built-in template of that name ({string.Join(", ", BuiltInNames)})", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"--template {path}: can't be read: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new FormatException(
                $"--template {path}: must be a JSON object with chat_template (a text with {Placeholder} once), and optionally system_prompt and stop_words: {fault.Message}", fault);
        }
    }
}
