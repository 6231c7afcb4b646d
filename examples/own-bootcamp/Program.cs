// Evaluates a model on a bootcamp of one's own, with the engine as a library:
//   own-bootcamp [MODEL [URL]]        without a URL the reference server answers

using BootcampEval.Engine.Running;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;
using BootcampEval.Server;
using OwnBootcamp;

var catalog = new BootcampCatalog([new CoinChange()]);
var tests = Directory.CreateTempSubdirectory("own-bootcamp-").FullName;
TestFileWriter.Write(tests, new CoinChange(), count: 30, levels: [1, 2, 3], seed: 1, CancellationToken.None);

var model = args.Length > 0 ? args[0] : "noisy-20";
await using var server = args.Length > 1 ? null : await ModelServer.StartAsync(new() { Catalog = catalog, TestSet = tests });
var options = new EvaluationOptions { ModelName = model, TestDir = tests, OutputDir = tests, Urls = [server?.Url ?? args[1]] };
var outcome = await new Evaluation(options, catalog).RunAsync();

foreach (var message in outcome.Messages) Console.Error.WriteLine(message);
foreach (var line in outcome.Summary?.Bootcamps ?? []) Console.WriteLine($"{line.DataSource}: {line.AvgScore:0.000} over {line.N} puzzles");
Console.WriteLine($"results: {outcome.Directory?.FullName}");
return (int)outcome.ExitCode;
