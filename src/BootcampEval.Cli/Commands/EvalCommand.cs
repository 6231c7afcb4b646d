// bootcamp eval: an evaluation from start to end.

using System.CommandLine;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Cli.Screens;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Engine.Running;
using BootcampEval.Library;
using BootcampEval.Reports;
using BootcampEval.Reports.Figures;
using BootcampEval.Server;
using Microsoft.Extensions.Logging;

namespace BootcampEval.Cli.Commands;

/// <summary>Evaluates a model over a test set. Its options are the table of <see cref="EvaluationSetting"/>.</summary>
internal sealed class EvalCommand : Command
{
    private readonly Dictionary<EvaluationSetting, Option<string[]>> _settings = [];
    private readonly Option<string?> _config = Named.Option<string?>("config", "FILE", "options from a file: an eval_args.json of an earlier run, or YAML; flags win");
    private readonly Option<string> _logLevel = Named.Option("log_level", "LEVEL", "least level of messages: debug, info, warning, error or none", "info");

    public EvalCommand() : base("eval", "Evaluates a model.")
    {
        foreach (var setting in EvaluationSetting.All)
        {
            var option = Named.Option<string[]>(setting.Name, setting.Value, setting.Description);
            if (setting.IsSwitch) (option.Arity, option.HelpName) = (ArgumentArity.ZeroOrOne, "on|off");
            _settings.Add(setting, option);
            Add(option);
        }
        Add(_config);
        Add(_logLevel);
        _logLevel.AcceptOnlyFromAmong("debug", "info", "warning", "error", "none");
        SetAction(parsed => EvaluateAsync(Read(parsed), Level(parsed.GetValue(_logLevel))));
    }

    private static async Task<int> EvaluateAsync(EvaluationOptions options, LogLevel logLevel)
    {
        if (options.Validate() is { Count: > 0 } faults) return Refused(faults);
        var screen = RunScreen.ForStandardError();
        var log = new ScreenLogger(screen, logLevel);
        using var export = OpenTelemetryExport.Begin();
        using var interrupts = new Interrupts();
        await using var server = options.Urls.Count == 0 ? await EmbeddedServerAsync(options) : null;
        var reports = new RunReports(BootcampLibrary.Catalog, OfficialRowAudit.Instance);
        var evaluation = new Evaluation(options, BootcampLibrary.Catalog)
        {
            Endpoints = server is null ? options.Urls : [server.Url],
            Reports = [reports],
            Audit = OfficialRowAudit.Instance,
            Log = log,
        };
        using var ended = new CancellationTokenSource();
        var shown = screen.FollowAsync(() => evaluation.Progress, ended.Token);
        RunOutcome outcome;
        try
        {
            outcome = await evaluation.RunAsync(interrupts.First, interrupts.Second);
        }
        finally
        {
            await ended.CancelAsync();
            await shown;
        }
        return Ended(outcome, reports.Figures);
    }

    private static Task<ModelServer> EmbeddedServerAsync(EvaluationOptions options)
    {
        if (!ModelServer.CanPlay(options.ModelName))
        {
            throw new UserFaultException($"--model_name {options.ModelName}: without --url the embedded server answers, "
                + "and its models are reference and noisy-P, P a percentage; give the --url of your own model's server");
        }
        return ModelServer.StartAsync(new()
        {
            Catalog = BootcampLibrary.Catalog,
            TestSet = options.TestDir,
            Aliases = new Dictionary<string, string> { [options.ModelName] = options.ModelName },
        });
    }

    private EvaluationOptions Read(ParseResult parsed)
    {
        var options = WithKeyOfEnvironment(new());
        if (parsed.GetValue(_settings[EvaluationSetting.Find("resume")!]) is [.., var resumed]) options = WithArgumentsOf(resumed, options);
        if (parsed.GetValue(_config) is { } config) options = ConfigFile.Apply(config, options);
        try
        {
            foreach (var (setting, option) in _settings)
            {
                if (parsed.GetResult(option) is not { Implicit: false } given) continue;
                options = setting.Apply(options, given.Tokens.Count == 0 ? ["true"] : [.. given.Tokens.Select(token => token.Value)]);
            }
        }
        catch (FormatException fault)
        {
            throw new UserFaultException(fault.Message);
        }
        return options;
    }

    private static EvaluationOptions WithKeyOfEnvironment(EvaluationOptions options)
    {
        return (Key("BOOTCAMP_API_KEY") ?? Key("OPENAI_API_KEY")) is { } key ? options with { ApiKey = key } : options;

        static string? Key(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } key ? key : null;
    }

    // --resume DIR alone goes on with everything as it was; the key is not written there.
    private static EvaluationOptions WithArgumentsOf(string folder, EvaluationOptions options)
    {
        try
        {
            return RunDirectory.Open(folder).ReadArguments().Options with { ApiKey = options.ApiKey };
        }
        catch (Exception fault) when (fault is DirectoryNotFoundException or FormatException)
        {
            throw new UserFaultException($"--resume {folder}: {fault.Message}");
        }
    }

    private static LogLevel Level(string? name) => name switch
    {
        "debug" => LogLevel.Debug,
        "warning" => LogLevel.Warning,
        "error" => LogLevel.Error,
        "none" => LogLevel.None,
        _ => LogLevel.Information,
    };

    private static int Refused(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults) Console.Error.WriteLine($"bootcamp: {fault}");
        return (int)ExitCode.BadInput;
    }

    private static int Ended(RunOutcome outcome, RunFigures? figures)
    {
        if (figures is { Bootcamps.Count: > 0 }) Console.Out.Write(SummaryTable.Of(figures));
        if (outcome.Directory is { } directory)
        {
            var shown = Path.GetRelativePath(".", directory.FullName);
            Console.Out.WriteLine($"results: {shown}");
            if (outcome.ExitCode == ExitCode.SomeFailed) Console.Out.WriteLine($"failures: {Path.GetRelativePath(".", directory.ErrorsPath)}");
            if (outcome.ExitCode is ExitCode.Stopped or ExitCode.SomeFailed) Console.Out.WriteLine($"to go on: bootcamp eval --resume {shown}");
        }
        foreach (var message in outcome.Messages) Console.Error.WriteLine($"bootcamp: {message}");
        return (int)outcome.ExitCode;
    }
}
