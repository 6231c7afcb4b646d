// bootcamp list: what there is.

using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Cli.Screens;
using BootcampEval.Library;
using BootcampEval.Sdk;

namespace BootcampEval.Cli.Commands;

/// <summary>Lists the bootcamps: for a person, for a program, or for the docs.</summary>
internal sealed class ListCommand : Command
{
    private readonly Option<string> _format = Named.Option("format", "FORMAT", "plain, json or markdown", "plain");

    public ListCommand() : base("list", "Lists the bootcamps.")
    {
        _format.AcceptOnlyFromAmong("plain", "json", "markdown");
        Add(_format);
        SetAction(parsed => Console.Out.Write(parsed.GetValue(_format) switch
        {
            "json" => Json(),
            "markdown" => Markdown(),
            _ => Plain(),
        }));
    }

    private static string Plain()
    {
        var table = new TextTable("bootcamp", "family", "what has to be done");
        foreach (var info in Infos()) table.Add(info.Name, info.Family.ToString(), info.Summary);
        return table.ToString();
    }

    private static string Json()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var info in Infos())
            {
                json.WriteStartObject();
                json.WriteString("name", info.Name);
                json.WriteString("family", info.Family.ToString());
                json.WriteString("title", info.Title);
                json.WriteString("summary", info.Summary);
                json.WriteString("answer_format", info.AnswerFormat);
                json.WriteString("measure", info.Measure);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static string Markdown()
    {
        var text = new StringBuilder();
        foreach (var family in Infos().GroupBy(info => info.Family).OrderBy(family => family.Key))
        {
            text.Append($"## {family.Key}\n\n| bootcamp | puzzle | what has to be done | answer format | harder with more |\n| --- | --- | --- | --- | --- |\n");
            foreach (var info in family)
                text.Append($"| `{info.Name}` | {Cell(info.Title)} | {Cell(info.Summary)} | {Code(info.AnswerFormat)} | {Cell(info.Measure)} |\n");
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ")
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "\\<", StringComparison.Ordinal);

    // A code span's fence is longer than any run of backticks in it; a pipe has to be escaped in a table even there.
    private static string Code(string text)
    {
        var fence = "`";
        while (text.Contains(fence, StringComparison.Ordinal)) fence += "`";
        return $"{fence} {text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)} {fence}";
    }

    private static IEnumerable<BootcampInfo> Infos() => BootcampLibrary.Catalog.All.Select(bootcamp => bootcamp.Info);
}
