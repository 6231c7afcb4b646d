// Every option has a kebab-case twin: --max-tokens is --max_tokens.

using System.CommandLine;

namespace BootcampEval.Cli.CommandLine;

/// <summary>Puts options' own names in the place of their twins, so that help and errors know one name for each.</summary>
internal static class Twins
{
    /// <summary>The arguments with every kebab-case option in snake_case. What is no option's twin stays as it is.</summary>
    public static string[] Resolve(IReadOnlyList<string> arguments, Command root)
    {
        var own = root.Subcommands.Append(root).SelectMany(command => command.Options).Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        return [.. arguments.Select(Resolved)];

        string Resolved(string argument)
        {
            if (!argument.StartsWith("--", StringComparison.Ordinal)) return argument;
            var end = argument.IndexOf('=', StringComparison.Ordinal);
            var name = end < 0 ? argument : argument[..end];
            var twin = "--" + name[2..].Replace('-', '_');
            return twin != name && own.Contains(twin) ? twin + argument[name.Length..] : argument;
        }
    }
}
