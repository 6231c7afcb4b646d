// The audit of the official rows shows many flaws by an output and the score it gets: held against our verifiers.

namespace BootcampEval.Library.Tests;

public sealed class AuditTests
{
    public static TheoryData<string> Names => Bootcamps.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_witness_of_a_flaw_scores_as_the_audit_says(string name)
    {
        var bootcamp = Bootcamps.Named(name);
        foreach (var (row, output, score) in SharedData.WitnessesOf(name))
        {
            var verdict = bootcamp.Verify(output, row.GroundTruth);
            Assert.True(Math.Abs(score - verdict.Score) < 1e-6, $"{row.File} row {row.Row}: {verdict.Score}, not {score}: {verdict.Reason}; {output}");
        }
    }
}
