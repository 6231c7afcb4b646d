// The book names what there is.

using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using BootcampEval.Library;

namespace BootcampEval.Cli.Tests;

public sealed partial class DocsTests
{
    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    // The tests may look commands up by reflection; the program does not.
    private static IEnumerable<Command> Commands => Assembly.Load("bootcamp").GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract)
        .Select(type => (Command)Activator.CreateInstance(type)!);

    [Fact]
    public void Every_command_and_option_is_in_docs_options_md()
    {
        var book = File.ReadAllText(Path.Combine(Repository.Root, "docs", "options.md"));
        var sections = book.Split("\n## ").ToDictionary(section => section.Split('\n')[0], StringComparer.Ordinal);
        var missing = Commands.SelectMany(command =>
        {
            var section = sections.FirstOrDefault(pair => pair.Key == $"bootcamp {command.Name}" || pair.Key.StartsWith($"bootcamp {command.Name} ", StringComparison.Ordinal)).Value;
            if (section is null) return [$"a section \"## bootcamp {command.Name}\""];
            return command.Options.Where(option => !section.Contains($"`{option.Name}", StringComparison.Ordinal)).Select(option => $"{option.Name} of {command.Name}");
        });
        Assert.Empty(missing);
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        string[] pages = [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md"), .. Directory.GetFiles(Repository.Root, "*.md")];
        var broken = from page in pages
                     from Match link in Link().Matches(File.ReadAllText(page))
                     let target = link.Groups["target"].Value
                     where !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
                     select $"{Path.GetFileName(page)}: {target}";
        Assert.Empty(broken);
    }

    // tools/refresh-examples writes both, the page and the demo.
    [Fact]
    public void The_catalogue_page_is_what_list_writes() =>
        Assert.Equal(Screens.CataloguePage.Of(BootcampLibrary.Catalog), File.ReadAllText(Path.Combine(Repository.Root, "docs", "bootcamps.md")));

    [Fact]
    public void Every_bootcamp_is_in_the_demo() =>
        Assert.Equal(
            BootcampLibrary.Catalog.All.Select(bootcamp => bootcamp.Info.Name),
            Directory.GetFiles(Path.Combine(Repository.Root, "examples", "demo")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
