// Verdicts equal the reference's, case by case.

using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace BootcampEval.Library.Tests;

public sealed class ConformanceTests
{
    public static TheoryData<string> Names => Bootcamps.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Score_and_extracted_output_equal_the_references_on_every_labelled_case(string name)
    {
        var bootcamp = Bootcamps.Named(name);
        var known = VerdictDifferences.Known;
        var mismatches = new List<string>();
        var cases = 0;
        foreach (var @case in SharedData.CasesOf(name).Where(@case => !known.Contains(@case.Name)))
        {
            cases++;
            var verdict = bootcamp.Verify(@case.Output, @case.GroundTruth);
            var extracted = verdict.ExtractedOutput ?? "null";
            if (Math.Abs(verdict.Score - @case.Score) > 1e-12 || !SameJson(JsonElement.Parse(extracted), @case.Extracted))
                mismatches.Add($"{@case.Name}: score {verdict.Score}, reference {@case.Score}; extracted {Short(extracted)}, reference {Short(@case.Extracted.GetRawText())}; {verdict.Reason}; output: {Short(@case.Output.ReplaceLineEndings("⏎"))}");
        }
        Assert.True(cases > 100, $"only {cases} labelled cases");
        Assert.True(mismatches.Count == 0, $"{mismatches.Count} of {cases} cases differ:\n{string.Join('\n', mismatches.Take(12))}");
    }

    private static string Short(string text) => text.Length <= 300 ? text : $"{text[..150]} … {text[^150..]}";

    private static bool SameJson(JsonElement a, JsonElement b) => (a.ValueKind, b.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => SameNumber(a.GetRawText(), b.GetRawText()),
        (JsonValueKind.String, JsonValueKind.String) => LoneSurrogates.Read(a) == LoneSurrogates.Read(b),
        (JsonValueKind.Array, JsonValueKind.Array) =>
            a.GetArrayLength() == b.GetArrayLength() && a.EnumerateArray().Zip(b.EnumerateArray()).All(pair => SameJson(pair.First, pair.Second)),
        (JsonValueKind.Object, JsonValueKind.Object) =>
            a.EnumerateObject().Count() == b.EnumerateObject().Count()
            && a.EnumerateObject().All(member => b.TryGetProperty(member.Name, out var other) && SameJson(member.Value, other)),
        var (kind, other) => kind == other,
    };

    private static bool SameNumber(string a, string b) =>
        BigInteger.TryParse(a, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && BigInteger.TryParse(b, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var other)
            ? whole == other
            : double.Parse(a, CultureInfo.InvariantCulture).Equals(double.Parse(b, CultureInfo.InvariantCulture));
}
