// The built command, run as a process.

using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BootcampEval.EndToEnd.Tests;

/// <summary>Runs <c>bootcamp</c> as a person does.</summary>
internal static class Bootcamp
{
    // No command of these tests takes longer, even on a busy machine.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>The checkout that the tests run from.</summary>
    public static string Repository { get; } = FindRepository(AppContext.BaseDirectory);

    /// <summary>The executable: the one built in the same configuration as these tests.</summary>
    public static string Executable { get; } = Built("src/BootcampEval.Cli", "bootcamp");

    /// <summary>An executable of the checkout, built in the same configuration as these tests.</summary>
    public static string Built(string project, string name) =>
        Path.Combine(Repository, project, "bin", AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", name);

    /// <summary>Runs it to its end.</summary>
    public static Task<Finished> Run(params string[] arguments) => Run(arguments, null);

    /// <summary>Runs it to its end with further environment variables.</summary>
    public static async Task<Finished> Run(string[] arguments, Dictionary<string, string>? environment, string? folder = null)
    {
        using var process = Start(arguments, environment, folder);
        return await process.Finish();
    }

    /// <summary>Starts it.</summary>
    public static Running Start(string[] arguments, Dictionary<string, string>? environment = null, string? folder = null, string? executable = null)
    {
        var start = new ProcessStartInfo(executable ?? Executable, arguments)
        {
            WorkingDirectory = folder ?? Repository,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in new[] { "BOOTCAMP_API_KEY", "OPENAI_API_KEY" }) start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new(process, s_patience);
    }

    private static string FindRepository(string folder) => File.Exists(Path.Combine(folder, "BootcampEval.slnx"))
        ? folder
        : FindRepository(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the tests run outside a checkout"));
}

/// <summary>A process that has ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record Finished(int ExitCode, string Output, string Errors)
{
    /// <summary>Everything it wrote.</summary>
    public string All => Output + Errors;

    /// <summary>The same, once it is known to have ended as expected; otherwise the test fails and shows what it wrote.</summary>
    public Finished WithExitCode(int expected)
    {
        Assert.True(ExitCode == expected, string.Create(CultureInfo.InvariantCulture, $"exit code {ExitCode}, not {expected}:\n{All}"));
        Assert.DoesNotContain("   at BootcampEval", All, StringComparison.Ordinal);
        return this;
    }
}

/// <summary>A process under way.</summary>
internal sealed class Running : IDisposable
{
    private readonly Process _process;
    private readonly TimeSpan _patience;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _errors;

    public Running(Process process, TimeSpan patience)
    {
        _process = process;
        _patience = patience;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Waits for a line of standard output.</summary>
    public async Task<string> Line()
    {
        using var patience = new CancellationTokenSource(_patience);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException($"the process ended: {await _errors}");
        _output.AppendLine(line);
        return line;
    }

    /// <summary>Waits for the end.</summary>
    public async Task<Finished> Finish()
    {
        using var patience = new CancellationTokenSource(_patience);
        _output.Append(await _process.StandardOutput.ReadToEndAsync(patience.Token));
        await _process.WaitForExitAsync(patience.Token);
        return new(_process.ExitCode, _output.ToString(), await _errors);
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Ends the process with no chance to do anything: kill -9.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Sends what Ctrl-C sends.</summary>
    public async Task Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
