// How the viewer's own answers are written: as the parts are.

using System.Text.Json;
using System.Text.Json.Serialization;
using BootcampEval.Reports.Pages;

namespace BootcampEval.Reports.Viewing;

[JsonSerializable(typeof(LiveState))]
[JsonSerializable(typeof(RunList))]
internal sealed partial class ViewerJson : JsonSerializerContext
{
    public static ViewerJson Dense { get; } = new(new JsonSerializerOptions(PartJson.Dense.Options) { TypeInfoResolver = null });
}
