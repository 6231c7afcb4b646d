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
            "markdown" => CataloguePage.Of(BootcampLibrary.Catalog),
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
                json.WriteNumber("official_rows", info.OfficialRows);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static IEnumerable<BootcampInfo> Infos() => BootcampLibrary.Catalog.All.Select(bootcamp => bootcamp.Info);
}
