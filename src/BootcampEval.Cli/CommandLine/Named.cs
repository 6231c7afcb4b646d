// Options, named as the evaluation guide names them.

using System.CommandLine;

namespace BootcampEval.Cli.CommandLine;

/// <summary>Makes options with snake_case names, such as <c>--max_tokens</c>; <see cref="Twins"/> adds the kebab-case.</summary>
internal static class Named
{
    /// <summary>Makes an option.</summary>
    /// <param name="name">The name in snake_case, without dashes before it.</param>
    /// <param name="value">What stands for the value in the help.</param>
    /// <param name="description">What it means.</param>
    public static Option<T> Option<T>(string name, string value, string description) => new($"--{name}") { HelpName = value, Description = description };

    /// <summary>Makes an option with a default, which the help shows.</summary>
    public static Option<T> Option<T>(string name, string value, string description, T defaultValue)
    {
        var option = Option<T>(name, value, description);
        option.DefaultValueFactory = _ => defaultValue;
        return option;
    }

    /// <summary>Makes an option that is there or not.</summary>
    public static Option<bool> Switch(string name, string description) => new($"--{name}") { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>The same option, accepting only values for which a condition holds.</summary>
    public static Option<T> Where<T>(this Option<T> option, Func<T, bool> holds, string otherwise)
    {
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Implicit) return;
            if (result.GetValueOrDefault<T>() is { } value && !holds(value)) result.AddError($"{option.Name}: {otherwise}");
        });
        return option;
    }
}
