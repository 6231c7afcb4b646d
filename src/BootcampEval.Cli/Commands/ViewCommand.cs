// bootcamp view: the runs under a folder, in a browser.

using System.CommandLine;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Library;
using BootcampEval.Server.Viewing;

namespace BootcampEval.Cli.Commands;

/// <summary>Serves the viewer until Ctrl-C.</summary>
internal sealed class ViewCommand : Command
{
    private readonly Argument<string> _folder = new("dir") { Description = "the folder of the runs", HelpName = "DIR", DefaultValueFactory = _ => "output" };
    private readonly Option<int> _port = Named.Option("port", "N", "the port on this machine; 0 takes a free one", 8787).Where(port => port is >= 0 and <= 65535, "must be 0 to 65535");

    public ViewCommand() : base("view", "Shows runs in a browser, also while they run.")
    {
        Add(_folder);
        Add(_port);
        SetAction((parsed, cancellation) => ServeAsync(parsed.GetRequiredValue(_folder), parsed.GetValue(_port)));
    }

    private static async Task<int> ServeAsync(string folder, int port)
    {
        if (!Directory.Exists(folder)) throw new UserFaultException($"{folder}: there is no such folder");
        using var stop = new Interrupts();
        await using var server = await ViewServer.StartAsync(new(folder, BootcampLibrary.Catalog, OfficialRowAudit.Instance, TimeProvider.System), port);
        await Console.Out.WriteLineAsync($"runs under {folder} at {server.Url} (Ctrl-C ends it)");
        await stop.First.WaitAsync();
        return 0;
    }
}
