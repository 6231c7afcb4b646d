// Benchmarks. `throughput` measures the engine end to end next to a bare HttpClient loop; anything else goes to BenchmarkDotNet.

using BootcampEval.Benchmarks.Throughput;

if (args is ["throughput", .. var rest]) return await ThroughputBench.RunAsync(rest);
BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
