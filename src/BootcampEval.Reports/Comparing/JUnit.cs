// JUnit XML: what a build server shows of a run or of a comparison.

using System.Globalization;
using System.Text;
using System.Xml;
using BootcampEval.Reports.Figures;

namespace BootcampEval.Reports.Comparing;

/// <summary>One thing that is checked.</summary>
/// <param name="Group">What it belongs to.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">What is to be said of it.</param>
/// <param name="Failed">Whether it fails.</param>
public sealed record JUnitCase(string Group, string Name, string Text, bool Failed);

/// <summary>Writes JUnit XML.</summary>
public static class JUnit
{
    /// <summary>The cases of a comparison: the total and each bootcamp; those fail in which B is worse.</summary>
    public static IEnumerable<JUnitCase> Of(ComparisonFigures comparison)
    {
        var group = $"{comparison.A.Name} and {comparison.B.Name}";
        if (comparison.Total is { } total) yield return new(group, "Total Average", total.Text, total.Verdict == "a_better");
        foreach (var bootcamp in comparison.Bootcamps) yield return new(group, $"{bootcamp.DataSource} ({bootcamp.File})", bootcamp.Text, bootcamp.Verdict == "a_better");
    }

    /// <summary>The cases of a run: each bootcamp with its mean, none of which fails.</summary>
    public static IEnumerable<JUnitCase> Of(RunFigures run) =>
        run.Bootcamps.Select(bootcamp => new JUnitCase(run.Run.Name, $"{bootcamp.DataSource} ({bootcamp.File})",
            string.Create(CultureInfo.InvariantCulture, $"{bootcamp.Score.Mean:0.0000} ({bootcamp.Score.Low:0.0000} to {bootcamp.Score.High:0.0000}) over {bootcamp.Score.N} samples"), false));

    /// <summary>Writes a file with one suite.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Write(string path, string suite, IReadOnlyList<JUnitCase> cases)
    {
        using var xml = XmlWriter.Create(path, new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(suite));
        xml.WriteAttributeString("tests", XmlConvert.ToString(cases.Count));
        xml.WriteAttributeString("failures", XmlConvert.ToString(cases.Count(single => single.Failed)));
        foreach (var single in cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", Clean(single.Group));
            xml.WriteAttributeString("name", Clean(single.Name));
            if (single.Failed)
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("message", Clean(single.Text));
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteElementString("system-out", Clean(single.Text));
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // XML has no way to hold most control characters.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF)) ? rune.ToString() : "\uFFFD"));
}
