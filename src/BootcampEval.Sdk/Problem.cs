// A puzzle as it is put to a model.

using System.Text.Json;

namespace BootcampEval.Sdk;

/// <summary>A fresh puzzle: what the model is asked, and what its answer is verified against.</summary>
/// <param name="DataSource">The name of the bootcamp.</param>
/// <param name="Prompt">The question, complete: rules, this puzzle, and the answer format.</param>
/// <param name="GroundTruth">What <see cref="IBootcamp.Verify"/> takes.</param>
public sealed record Problem(string DataSource, string Prompt, JsonElement GroundTruth);
