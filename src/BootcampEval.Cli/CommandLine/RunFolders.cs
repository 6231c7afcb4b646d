// Run folders named on the command line.

using System.CommandLine;
using System.Text.Json;
using BootcampEval.Engine.Results;

namespace BootcampEval.Cli.CommandLine;

/// <summary>Opens the folders of runs, and reads them.</summary>
internal static class RunFolders
{
    /// <summary>An argument that names one folder or several.</summary>
    public static Argument<string[]> Argument(string description, int least, int most = 100) =>
        new("run") { Description = description, HelpName = "RUN", Arity = new(least, most) };

    /// <summary>Opens folders, in order.</summary>
    /// <exception cref="UserFaultException">One is not the folder of a run.</exception>
    public static IReadOnlyList<RunDirectory> Open(IEnumerable<string> paths)
    {
        try
        {
            return [.. paths.Select(RunDirectory.Open)];
        }
        catch (DirectoryNotFoundException fault)
        {
            throw new UserFaultException(fault.Message);
        }
    }

    /// <summary>Reads what a run left; damage in it is told to the person.</summary>
    /// <exception cref="UserFaultException">A file of the run is damaged.</exception>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new UserFaultException(fault.Message);
        }
    }

    /// <inheritdoc cref="Read{T}(Func{T})"/>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new UserFaultException(fault.Message);
        }
    }

    /// <summary>The Total Average as meta.jsonl has it: the plain mean over its lines; null when there is none.</summary>
    public static double? TotalAverage(RunDirectory run) => run.ReadMeta().Select(bootcamp => bootcamp.AvgScore).Average();
}
