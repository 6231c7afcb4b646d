// Everything that a run depends on, checked before anything is asked: options, template, test set, and on resume what was there before.

using BootcampEval.Engine.Models;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Running;

/// <summary>What is going to be run.</summary>
internal sealed record RunPlan
{
    /// <summary>The text around prompts.</summary>
    public required Template Template { get; init; }

    /// <summary>The checked test files.</summary>
    public required TestSet Tests { get; init; }

    /// <summary>The folder of the run to go on with; null for a new run.</summary>
    public RunDirectory? Resumed { get; init; }

    /// <summary>Checks everything.</summary>
    /// <returns>The plan, or what is wrong, one line each.</returns>
    public static async Task<(RunPlan? Plan, IReadOnlyList<string> Faults)> MakeAsync(EvaluationOptions options, IReadOnlyList<string> endpoints,
        BootcampCatalog catalog, CancellationToken cancellation)
    {
        List<string> faults = [.. options.Validate(), .. UnknownBootcamps(options, catalog)];
        if (endpoints.Count == 0) faults.Add("--url is required");
        var template = TryLoad(options.Template, faults);
        var (resumed, arguments) = TryOpen(options.Resume, faults);
        if (faults.Count > 0 || template is null) return (null, faults);

        faults.AddRange(Differences(arguments, options, template));
        if (faults.Count > 0) return (null, faults);
        try
        {
            var choice = new RowChoice(options.Bootcamps.ToHashSet(StringComparer.Ordinal), options.Limit);
            var tests = await TestSet.CheckAsync(options.TestDir, catalog, choice, arguments?.Files ?? [], cancellation).ConfigureAwait(false);
            faults.AddRange(FaultsOf(tests, options));
            if (arguments is not null) faults.AddRange(Differences(arguments.Files, tests));
            return faults.Count > 0 ? (null, faults) : (new() { Template = template, Tests = tests, Resumed = resumed }, []);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, [fault.Message]);
        }
    }

    /// <summary>What eval_args.json is to hold.</summary>
    public RunArguments ArgumentsOf(EvaluationOptions options) =>
        new(options, RunArguments.CurrentVersion, PromptFormatOf(options, Template), [.. Tests.Files.Select(file => file.Mark)]);

    private static string PromptFormatOf(EvaluationOptions options, Template template) =>
        options.ApiMode == ApiMode.Completion ? $"{template.Before}{{input}}{template.After}" : options.SysPrompt ?? template.SystemPrompt ?? "";

    private static IEnumerable<string> UnknownBootcamps(EvaluationOptions options, BootcampCatalog catalog)
    {
        foreach (var name in options.Bootcamps.Where(name => !catalog.TryGet(name, out _)))
        {
            var suggestions = name.Length <= 100 ? catalog.Suggest(name) : [];
            yield return $"--bootcamps {name}: there is no such bootcamp" + (suggestions.Count > 0 ? $"; did you mean {string.Join(" or ", suggestions)}?" : "");
        }
    }

    private static Template? TryLoad(string name, List<string> faults)
    {
        if (name.Length == 0) return null; // told of with the other values
        try
        {
            return Template.Load(name);
        }
        catch (FormatException fault)
        {
            faults.Add(fault.Message);
            return null;
        }
    }

    private static (RunDirectory? Directory, RunArguments? Arguments) TryOpen(string? path, List<string> faults)
    {
        if (path is null) return (null, null);
        try
        {
            var directory = RunDirectory.Open(path);
            return (directory, directory.ReadArguments());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            faults.Add($"--resume {path}: {fault.Message}");
            return (null, null);
        }
    }

    private static IReadOnlyList<string> FaultsOf(TestSet tests, EvaluationOptions options)
    {
        if (tests.Faults.Count > 0 && (!options.SkipBadRows || tests.Files.Any(file => file.Unreadable))) return tests.Faults;
        if (tests.RowsToRun > 0) return [];
        return tests.LeftOut > 0
            ? [$"--bootcamps {string.Join(',', options.Bootcamps)}: no row of {options.TestDir} is of these"]
            : [.. tests.Faults, $"--test_dir {options.TestDir}: there is no row to run"];
    }

    private static IEnumerable<string> Differences(RunArguments? before, EvaluationOptions options, Template template)
    {
        if (before is null) yield break;
        foreach (var setting in EvaluationSetting.All.Where(setting => setting.ChangesResults))
        {
            var (was, now) = (setting.JsonOf(before.Options), setting.JsonOf(options));
            if (was != now) yield return $"the run can't go on with another --{setting.Name}: it was {was}, it is {now}";
        }
        if (before.PromptFormat != PromptFormatOf(options, template))
            yield return $"the run can't go on with another text around prompts: the template {options.Template} has changed since";
    }

    private static IEnumerable<string> Differences(IReadOnlyList<TestFileMark> before, TestSet tests)
    {
        var now = tests.Files.ToDictionary(file => file.Mark.Name, file => file.Mark, StringComparer.Ordinal);
        foreach (var mark in before)
        {
            if (!now.Remove(mark.Name, out var found)) yield return $"the run can't go on: {mark.Name} is gone";
            else if (found.Sha256 != mark.Sha256) yield return $"the run can't go on: {mark.Name} has changed since it began (sha256 was {mark.Sha256}, is {found.Sha256})";
        }
        foreach (var added in now.Keys.Order(StringComparer.Ordinal)) yield return $"the run can't go on: {added} was not there when it began";
    }
}
