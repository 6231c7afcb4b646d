// bootcamp show: one puzzle, looked at from all sides.

using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Cli.Screens;
using BootcampEval.Sdk;

namespace BootcampEval.Cli.Commands;

/// <summary>Shows a fresh puzzle of a bootcamp: the prompt, the ground truth, a drawing, and a right answer, or one given, with its verdict.</summary>
internal sealed class ShowCommand : Command
{
    private readonly Argument<string> _name = new("name") { Description = "the bootcamp", HelpName = "NAME" };
    private readonly Option<ulong> _seed = Named.Option("seed", "N", "which puzzle", 0ul);
    private readonly Option<int> _level = Named.Option("level", "L", "how hard, 1 (easy) to 5 (hard)", 1).Where(level => level is >= 1 and <= 5, "must be 1 to 5");
    private readonly Option<string?> _answer = Named.Option<string?>("answer", "TEXT", "judge this answer instead of a right one; - reads it from standard input");

    public ShowCommand() : base("show", "Shows a fresh puzzle with a right answer and its verdict.")
    {
        Add(_name);
        foreach (var option in new Option[] { _seed, _level, _answer }) Add(option);
        SetAction(async (parsed, cancellation) =>
        {
            var given = parsed.GetValue(_answer) is "-" ? await Console.In.ReadToEndAsync(cancellation) : parsed.GetValue(_answer);
            Show(BootcampNames.Find(parsed.GetRequiredValue(_name)), parsed.GetValue(_seed), parsed.GetValue(_level), given);
        });
    }

    private static void Show(IBootcamp bootcamp, ulong seed, int level, string? given)
    {
        var problem = ProblemSource.Of(bootcamp, seed, level).First();
        var screen = Console.Out;
        Head($"{bootcamp.Info.Title} ({bootcamp.Info.Name}, {bootcamp.Info.Family}), level {level}, seed {seed}: {bootcamp.MeasureOf(problem.GroundTruth):0.##} {bootcamp.Info.Measure}");
        screen.WriteLine(problem.Prompt);
        Head("ground truth");
        screen.WriteLine(Readable(problem.GroundTruth));
        if (bootcamp.Draw(problem.GroundTruth) is { } puzzle)
        {
            Head("drawing");
            screen.Write(PictureText.Of(puzzle, Terminal.HasColours));
        }
        var output = given ?? bootcamp.Solve(problem.GroundTruth);
        Head(given is null ? "a right answer" : "the given answer");
        screen.WriteLine(output ?? "none was found");
        if (output is null) return;
        if (bootcamp.Draw(problem.GroundTruth, output) is { } solved) screen.Write(PictureText.Of(solved, Terminal.HasColours));
        var verdict = bootcamp.Verify(output, problem.GroundTruth);
        Head("verdict");
        screen.WriteLine($"score {verdict.Score:0.####}, {Words(verdict.Status)}{(verdict.Reason is null ? "" : $": {verdict.Reason}")}");
        screen.WriteLine($"read as {verdict.ExtractedOutput ?? "nothing"}");

        void Head(string title) => screen.WriteLine($"\n── {title} ──");
    }

    private static string Words(VerdictStatus status) => status switch
    {
        VerdictStatus.Correct => "correct",
        VerdictStatus.Partial => "partly correct",
        VerdictStatus.Wrong => "wrong",
        _ => "no answer found",
    };

    private static string Readable(JsonElement json)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) json.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
