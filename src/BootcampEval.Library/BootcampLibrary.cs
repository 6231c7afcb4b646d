// The catalog of all bootcamps of this library: kept by hand, checked by a test, so that nothing scans for them at start-up.

using BootcampEval.Library.Bbeh;
using BootcampEval.Library.Ciphers;
using BootcampEval.Library.Grids;
using BootcampEval.Library.Logic;
using BootcampEval.Library.Operations;
using BootcampEval.Library.Words;
using BootcampEval.Sdk;

namespace BootcampEval.Library;

/// <summary>The bootcamps that ship with the program.</summary>
public static class BootcampLibrary
{
    /// <summary>All of them. A new bootcamp is added here, in its family, in alphabetical order.</summary>
    public static BootcampCatalog Catalog { get; } = new(
    [
        .. Grids(),
        .. Logic(),
        .. Operations(),
        .. Words(),
        .. Bbeh(),
        .. Ciphers(),
        .. Arc(),
    ]);

    private static IEnumerable<IBootcamp> Grids() =>
    [
        new Aquarium(),
        new Arrowmaze(),
        new Binairo(),
        new Calcudoku(),
        new Campsite(),
        new Kakurasu(),
        new KorPuzzleCalcudoko(),
        new KorPuzzleCampsite(),
        new KorPuzzleKukurasu(),
        new LightUp(),
        new Maze(),
        new Nonograms(),
        new Dominosa(),
        new Futoshiki(),
        new Galaxies(),
        new KorPuzzleLogicPuzzle(),
        new Starbattle(),
        new Stitches(),
        new KorPuzzleSkyscrapers(),
        new Minesweeper(),
        new Sudoku(),
        new Tents(),
        new Thermometers(),
    ];

    private static IEnumerable<IBootcamp> Logic() =>
    [
        new KorLogicAnalogicalReasoning(),
        new KorLogicCanonicalPropositions(),
        new KorLogicCooperativePrinciple(),
        new KorLogicDefinitions(),
        new KorLogicDerivativeReasoningOfPropositionalLogic(),
        new KorLogicDisjunctiveNormalFormAndConjunctiveNormalForm(),
        new KorLogicDynamicLogic(),
        new KorLogicEnumerativeInductiveReasoning(),
        new KorLogicEpistemicLogic(),
        new KorLogicEquivalenceCalculus(),
        new KorLogicFigureOfTheSyllogism(),
        new KorLogicFormalFallacies(),
        new KorLogicInductionParadox(),
        new KorLogicLogicalMethodsForExploringCauseAndEffectRelationships(),
        new KorLogicPredicateLogicFormalization(),
        new KorLogicPropositionalLogicConcepts(),
        new KorLogicResolution(),
        new KorLogicSpeechActs(),
        new KorLogicStatisticalReasoning(),
        new KorLogicTruthValueModalPropositions(),
        new KorPuzzleArrowMaze(),
    ];

    private static IEnumerable<IBootcamp> Operations() =>
    [
        new KorOperationUnicode20ac(),
        new KorOperationUnicode2295(),
        new KorOperationUnicode25a0(),
        new KorOperationUnicode25a1(),
        new KorOperationUnicode25b3(),
        new KorOperationUnicode25bd(),
        new KorOperationUnicode25c6(),
        new KorOperationUnicode25cb(),
        new KorOperationUnicode25ce(),
        new KorOperationUnicode25cf(),
        new KorOperationUnicode2605(),
        new KorOperationUnicodeffe0(),
        new KorOperationUnicodeffe1(),
    ];

    private static IEnumerable<IBootcamp> Words() =>
    [
        new Cryptomath(),
        new Game24(),
        new KorPuzzle24Points(),
        new KorPuzzleConnectWords(),
        new KorPuzzleCryptoMath(),
        new KorPuzzleWordBrainTeasers(),
        new KorPuzzleWordLadder(),
        new KorPuzzleWordRootsAndAffixes(),
        new KorPuzzleWordSearch(),
        new KorPuzzleWordscapes(),
    ];

    private static IEnumerable<IBootcamp> Bbeh() =>
    [
        new BbehDyckLanguages(),
        new BbehGeometricShapes(),
        new BbehMultistepArithmetic(),
        new BbehTemporalSequences(),
        new BbehWebOfLies(),
        new BbehWordSorting(),
        new Bbehboardgameqa(),
        new Bbehbooleanexpressions(),
        new Bbehobjectcounting(),
        new Bbehobjectproperties(),
        new Bbehshuffobject(),
    ];

    private static IEnumerable<IBootcamp> Ciphers() =>
    [
        new Cipher(),
    ];

    private static IEnumerable<IBootcamp> Arc() =>
    [
        new Arc.Arc(),
    ];
}
