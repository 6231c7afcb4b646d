// JUnit XML, as build servers read it.

using System.Xml.Linq;
using BootcampEval.Reports.Comparing;

namespace BootcampEval.Reports.Tests.Comparing;

public sealed class JUnitTests
{
    [Fact]
    public void A_bootcamp_that_got_worse_is_a_failure()
    {
        using var a = new SampleRun().With("x.jsonl", [.. Enumerable.Range(0, 40).Select(id => SampleRun.Sample(id, 1))]).Finished();
        using var b = new SampleRun().With("x.jsonl", [.. Enumerable.Range(0, 40).Select(id => SampleRun.Sample(id, 0))]).Finished();
        var suite = Suite(a, JUnit.Of(RunComparison.Of(a.Run, b.Run, TestContext.Current.CancellationToken)));
        Assert.Equal(("2", "2"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        Assert.StartsWith("A better by 100.0 points", suite.Descendants("failure").First().Attribute("message")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_XML_can_not_hold_is_replaced()
    {
        using var folder = new SampleRun();
        var suite = Suite(folder, [new("a\0<b>", "\uD800\u0007", "]]>", false)]);
        var single = suite.Element("testcase")!;
        Assert.Equal(("a\uFFFD<b>", "\uFFFD\uFFFD", "]]>"), (single.Attribute("classname")!.Value, single.Attribute("name")!.Value, single.Value));
    }

    private static XElement Suite(SampleRun folder, IEnumerable<JUnitCase> cases)
    {
        var path = Path.Combine(folder.Root, "junit.xml");
        JUnit.Write(path, "suite", [.. cases]);
        return XElement.Load(path).Element("testsuite")!;
    }
}
