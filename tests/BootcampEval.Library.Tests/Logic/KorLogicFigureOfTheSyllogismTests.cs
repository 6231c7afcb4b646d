// Of all pairs of statements in the prompt, one alone makes a valid syllogism; validity is tried out on small worlds.

using System.Text.RegularExpressions;

namespace BootcampEval.Library.Tests.Logic;

public sealed partial class KorLogicFigureOfTheSyllogismTests
{
    private const string Name = "KorLogicFigureOfTheSyllogism";

    [Fact]
    public void One_pair_of_statements_alone_yields_the_conclusion()
    {
        foreach (var problem in FreshProblems.Of(Name).Where(problem => problem.Has("premises")))
        {
            var lines = problem.Lines();
            var statements = lines.Skip(Array.IndexOf(lines, "Statements, in no particular order:") + 1).TakeWhile(line => line != "").Select(Read).ToList();
            var conclusion = Read(lines[Array.IndexOf(lines, "Conclusion:") + 1]);
            var forms = from major in statements
                        from minor in statements
                        where major != minor && FormOf(major, minor, conclusion) is not null
                        select FormOf(major, minor, conclusion);

            Assert.Equal([$"{problem.Text("figure")};{problem.Text("mood")}"], forms);
        }
    }

    [Fact]
    public void One_valid_mood_alone_fits_a_skeleton()
    {
        var skeletons = FreshProblems.Of(Name).Where(problem => problem.Has("template")).ToList();
        Assert.NotEmpty(skeletons);
        foreach (var problem in skeletons)
        {
            var lines = Regexes.Skeleton().Matches(problem.Prompt).Select(match => match.Groups).ToArray();
            Assert.Equal(3, lines.Length);
            var forms = from major in Letters(lines[0][2].Value)
                        from minor in Letters(lines[1][2].Value)
                        from conclusion in Letters(lines[2][2].Value)
                        let form = FormOf((major, lines[0][1].Value, lines[0][3].Value), (minor, lines[1][1].Value, lines[1][3].Value), (conclusion, lines[2][1].Value, lines[2][3].Value))
                        where form is not null
                        select form;

            Assert.Equal([$"{problem.Text("figure")};{problem.Text("mood")}"], forms);
        }
    }

    [Fact]
    public void The_statements_can_all_be_true_together()
    {
        foreach (var problem in FreshProblems.Of(Name).Where(problem => problem.Has("premises")))
        {
            (char Form, string Subject, string Predicate)[] statements = [.. problem.Texts("premises").Select(Read)];
            string[] names = [.. statements.SelectMany(statement => new[] { statement.Subject, statement.Predicate }).Distinct()];
            bool Is(int kind, string name) => (kind >> Array.IndexOf(names, name) & 1) != 0;
            int[] allowed = [.. Enumerable.Range(0, 1 << names.Length).Where(kind => Array.TrueForAll(statements, statement =>
                !Is(kind, statement.Subject) || statement.Form switch { 'A' => Is(kind, statement.Predicate), 'E' => !Is(kind, statement.Predicate), _ => true }))];
            Assert.All(statements.Where(statement => statement.Form is 'I' or 'O'), statement =>
                Assert.Contains(allowed, kind => Is(kind, statement.Subject) && Is(kind, statement.Predicate) == (statement.Form == 'I')));
        }
    }

    [Fact]
    public void All_fifteen_forms_come_up() =>
        Assert.Equal(15, FreshProblems.Of(Name).Select(problem => problem.Text("figure") + problem.Text("mood")).Distinct().Count());

    [Theory]
    [InlineData("[[ ii ; aee ]]", "\"II;AEE\"")]
    [InlineData("[[ıı;aee]]", "\"II;AEE\"")]
    [InlineData("[[II;AEE]] then [I;AAA]", "\"II;AEE\"")]
    [InlineData("图形I式AII [I;AAA]", "\"I;AAA\"")]
    [InlineData("图形 II\u001c式 AEEX", "\"II;AEE\"")]
    [InlineData("[[II；AEE]]", null)]
    [InlineData("[[II];[AEE]]", null)]
    public void The_first_pattern_that_occurs_decides(string output, string? extracted)
    {
        var truth = System.Text.Json.JsonElement.Parse("""{"type": "fill", "figure": "II", "mood": "AEE", "template": "P()M\nS()M\nS()P", "visible_moods": []}""");

        Assert.Equal(extracted, Bootcamps.Named(Name).Verify(output, truth).ExtractedOutput);
    }

    private static string Letters(string shown) => shown == "" ? "AEIO" : shown;

    private static (char Form, string Subject, string Predicate) Read(string sentence)
    {
        foreach (var (form, pattern) in new[] { ('A', Regexes.A()), ('E', Regexes.E()), ('O', Regexes.O()), ('I', Regexes.I()) })
            if (pattern.Match(sentence) is { Success: true } match) return (form, match.Groups[1].Value, match.Groups[2].Value);
        throw new ArgumentException(sentence);
    }

    private static string? FormOf((char Form, string Subject, string Predicate) major, (char Form, string Subject, string Predicate) minor, (char Form, string Subject, string Predicate) conclusion)
    {
        string? middle = major.Subject == conclusion.Predicate ? major.Predicate : major.Predicate == conclusion.Predicate ? major.Subject : null;
        if (middle is null || middle == conclusion.Subject) return null;
        var minorIsSubjectFirst = minor.Subject == conclusion.Subject && minor.Predicate == middle;
        if (!minorIsSubjectFirst && !(minor.Predicate == conclusion.Subject && minor.Subject == middle)) return null;
        var figure = (major.Subject == middle, minorIsSubjectFirst) switch { (true, true) => "I", (false, true) => "II", (true, false) => "III", _ => "IV" };
        string[] names = [conclusion.Subject, conclusion.Predicate, middle];
        // A counterexample to a syllogism needs no more than three things in the world; each is one of eight kinds.
        for (var world = 0; world < 9 * 9 * 9; world++)
        {
            int[] things = [.. new[] { world % 9, world / 9 % 9, world / 81 }.Where(kind => kind < 8)];
            bool True((char Form, string Subject, string Predicate) statement)
            {
                bool Is(int kind, string name) => (kind >> Array.IndexOf(names, name) & 1) != 0;
                var subjects = things.Where(kind => Is(kind, statement.Subject)).ToList();
                return statement.Form switch
                {
                    'A' => subjects.TrueForAll(kind => Is(kind, statement.Predicate)),
                    'E' => !subjects.Exists(kind => Is(kind, statement.Predicate)),
                    'I' => subjects.Exists(kind => Is(kind, statement.Predicate)),
                    _ => subjects.Exists(kind => !Is(kind, statement.Predicate)),
                };
            }
            if (True(major) && True(minor) && !True(conclusion)) return null;
        }
        return $"{figure};{major.Form}{minor.Form}{conclusion.Form}";
    }

    private static partial class Regexes
    {
        [GeneratedRegex(@"^(?:All|Every one of the|There are no) (\w+) (?:are|is among the|outside the) (\w+)\.$")]
        public static partial Regex A();

        [GeneratedRegex(@"^(?:No|Not one of the|There are no) (\w+) (?:are|is among the|among the) (\w+)\.$")]
        public static partial Regex E();

        [GeneratedRegex(@"^(?:Some|At least one of the|There are) (\w+) (?:are|is among the|among the) (\w+)\.$")]
        public static partial Regex I();

        [GeneratedRegex(@"^(?:Some|At least one of the|There are) (\w+) (?:are not|is not among the|outside the) (\w+)\.$")]
        public static partial Regex O();

        [GeneratedRegex(@"^(\w+) \(([AEIO]?)\) (\w+)$", RegexOptions.Multiline)]
        public static partial Regex Skeleton();
    }
}
