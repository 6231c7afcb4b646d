// Resolution.

namespace BootcampEval.Library.Logic;

/// <summary>Propositional resolution.</summary>
public sealed class KorLogicResolution() : ResolutionQuestions("KorLogicResolution", "Resolution");
