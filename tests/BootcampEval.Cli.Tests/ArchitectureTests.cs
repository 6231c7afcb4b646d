// Who may know whom: the rooms of docs/architecture.md, held by a test.

using System.Reflection;
using System.Xml.Linq;

namespace BootcampEval.Cli.Tests;

public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> s_mayKnow = new(StringComparer.Ordinal)
    {
        ["Sdk"] = [],
        ["Library"] = ["Sdk"],
        ["Engine"] = ["Sdk"],
        ["Reports"] = ["Sdk", "Engine"],
        ["Server"] = ["Sdk", "Engine", "Reports"],
        ["Cli"] = ["Sdk", "Library", "Engine", "Reports", "Server"],
    };

    public static TheoryData<string> Rooms => [.. s_mayKnow.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_refers_only_to_rooms_it_may_know(string room)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", $"BootcampEval.{room}", $"BootcampEval.{room}.csproj"));
        var known = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))["BootcampEval.".Length..]);
        Assert.Empty(known.Except(s_mayKnow[room]));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_rooms_code_uses_only_rooms_it_may_know(string room)
    {
        var assembly = Assembly.Load(room == "Cli" ? "bootcamp" : $"BootcampEval.{room}");
        var used = assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name == "bootcamp" || name.StartsWith("BootcampEval.", StringComparison.Ordinal))
            .Select(name => name == "bootcamp" ? "Cli" : name["BootcampEval.".Length..]);
        Assert.Empty(used.Except(s_mayKnow[room]));
    }

    [Fact]
    public void Every_room_is_under_this_rule()
    {
        var rooms = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)["BootcampEval.".Length..]);
        Assert.Empty(rooms.Except(s_mayKnow.Keys));
    }

    [Fact]
    public void The_Sdk_stays_without_dependencies()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", "BootcampEval.Sdk", "BootcampEval.Sdk.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
    }
}
