// The command `bootcamp`: hands the command line to its subcommand, and turns what goes wrong into a line for a person.

using BootcampEval.Cli.CommandLine;
using BootcampEval.Cli.Commands;

return await Invocation.RunAsync(
    args,
    new EvalCommand(), new GenerateCommand(), new ListCommand(), new ShowCommand(), new ScoreCommand(), new ServeModelCommand(),
    new RescoreCommand(), new CompareCommand(), new PlanCommand(), new ReportCommand(), new ViewCommand(), new AuditCommand());
