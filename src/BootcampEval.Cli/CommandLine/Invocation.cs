// From the command line to an exit code.

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using BootcampEval.Cli.Screens;
using BootcampEval.Sdk;

namespace BootcampEval.Cli.CommandLine;

/// <summary>Parses and runs a command line.</summary>
internal static class Invocation
{
    /// <summary>The exit code of bad usage and bad input.</summary>
    public const int BadInput = 1;

    /// <summary>Runs one of the subcommands.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, params IEnumerable<Command> subcommands)
    {
        var root = new RootCommand("Measures how well a language model reasons, by verifiable puzzles.");
        foreach (var subcommand in subcommands) root.Add(subcommand);
        foreach (var help in root.Options.OfType<HelpOption>().Select(option => option.Action).OfType<HelpAction>()) help.MaxWidth = Terminal.Width;
        var parsed = root.Parse(Twins.Resolve(arguments, root), new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction) return Refuse(parsed, isEmpty: arguments.Length == 0);
        try
        {
            using var interrupts = new Interrupts(most: 1);
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupts.First);
        }
        catch (Exception fault) when (fault is UserFaultException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"bootcamp: {fault.Message}");
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("bootcamp: stopped");
            return Interrupted;
        }
    }

    private static int Refuse(ParseResult parsed, bool isEmpty)
    {
        if (isEmpty) parsed.RootCommandResult.Command.Parse(["--help"]).Invoke();
        var command = parsed.CommandResult.Command;
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"bootcamp: {Readable(error)}{DidYouMean(error.Message, command)}");
        Console.Error.WriteLine($"`{(command is RootCommand ? "bootcamp" : $"bootcamp {command.Name}")} --help` shows what there is");
        return BadInput;
    }

    // The parser's own messages speak of types, and of values without their options.
    private static string Readable(ParseError error)
    {
        if (error.SymbolResult is not OptionResult { Option: var option, Tokens: var tokens }) return error.Message;
        if (error.Message.StartsWith("Cannot parse", StringComparison.Ordinal))
        {
            var what = option.ValueType == typeof(double) ? "a number" : option.ValueType == typeof(ulong) ? "a whole number, not negative" : "a whole number";
            return $"{option.Name} {string.Join(' ', tokens.Select(token => token.Value))}: must be {what}";
        }
        return error.Message.Contains(option.Name, StringComparison.Ordinal) ? error.Message : $"{option.Name}: {error.Message.ReplaceLineEndings(" ")}";
    }

    // The message quotes the word that was not understood.
    private static string DidYouMean(string message, Command command)
    {
        if (message.Split('\'') is not [_, { Length: > 2 and < 100 } word, ..] || !message.StartsWith("Unrecognized", StringComparison.Ordinal)) return "";
        var closest = command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(sub => sub.Name))
            .Select(name => (name, distance: EditDistance.Between(name, word))).MinBy(pair => pair.distance);
        return closest.name is not null && closest.distance <= Math.Max(2, word.Length / 3) ? $" Did you mean {closest.name}?" : "";
    }

    // What a shell gives for a program ended by Ctrl-C.
    private const int Interrupted = 130;
}

/// <summary>Something the person at the command line can mend: the message says what is wrong and what to do.</summary>
internal sealed class UserFaultException(string message) : Exception(message);
