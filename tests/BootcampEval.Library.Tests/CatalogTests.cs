// The hand-kept catalog holds every bootcamp of the library, under its own name.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests;

public sealed class CatalogTests
{
    [Fact]
    public void Every_bootcamp_class_is_in_the_catalog_once()
    {
        var classes = typeof(BootcampLibrary).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IBootcamp)) && !type.IsAbstract);

        Assert.Equal(
            classes.Select(type => type.Name).Order(StringComparer.Ordinal),
            BootcampLibrary.Catalog.All.Select(bootcamp => bootcamp.Info.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_bootcamp_stands_in_the_folder_of_its_family()
    {
        foreach (var bootcamp in BootcampLibrary.Catalog.All)
            Assert.Equal($"BootcampEval.Library.{bootcamp.Info.Family}", bootcamp.GetType().Namespace);
    }
}
