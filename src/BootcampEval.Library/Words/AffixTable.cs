// What prefixes and suffixes make of English stems: the material of affix puzzles, chosen by hand for this project.

using System.Collections.Frozen;

namespace BootcampEval.Library.Words;

/// <summary>Stems, the affixes of one side, and which of them make a word together.</summary>
/// <remarks>
/// A stem's line names the affixes that make a common word of it and, behind the bar, those that make a rare or doubtful one. A puzzle is built on
/// common words only, and counts the doubtful ones against itself: no other affix may fit, with whatever dictionary.
/// </remarks>
internal sealed class AffixTable
{
    private readonly FrozenDictionary<string, (string[] Common, string[] All)> _byStem;

    private AffixTable(bool isPrefix, string lines)
    {
        IsPrefix = isPrefix;
        _byStem = lines.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(':'))
            .ToFrozenDictionary(line => line[0], line => (Words(line[1].Split('|')[0]), Words(line[1].Replace('|', ' '))), StringComparer.Ordinal);
        Stems = [.. _byStem.Keys.Order(StringComparer.Ordinal)];
        Affixes = [.. _byStem.Values.SelectMany(affixes => affixes.All).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Affixes that stand before their stems.</summary>
    public static AffixTable Prefixes { get; } = new(true, PrefixLines);

    /// <summary>Affixes that stand behind their stems.</summary>
    public static AffixTable Suffixes { get; } = new(false, SuffixLines);

    /// <summary>Whether the affixes are prefixes.</summary>
    public bool IsPrefix { get; }

    /// <summary>All stems, in ordinal order.</summary>
    public IReadOnlyList<string> Stems { get; }

    /// <summary>All affixes, in ordinal order.</summary>
    public IReadOnlyList<string> Affixes { get; }

    /// <summary>The affixes that make a common word of a stem; none for unknown stems.</summary>
    public IReadOnlyList<string> CommonFor(string stem) => _byStem.TryGetValue(stem, out var affixes) ? affixes.Common : [];

    /// <summary>The affixes that make any word of a stem, common or doubtful; none for unknown stems.</summary>
    public IReadOnlyList<string> AllFor(string stem) => _byStem.TryGetValue(stem, out var affixes) ? affixes.All : [];

    private static string[] Words(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private const string PrefixLines = """
        pose: de dis ex im inter pro re trans | pre; side: be in out pre re sub under up | fore over;
        lay: be de in mis out over re under | fore inter un up; tract: con de dis ex pro re sub; ject: de in inter pro re sub | con dis;
        fer: con de in pre re trans; tend: con dis ex in pre sub | mis pro; form: con de in re trans | dis mis pre un;
        port: de dis ex im re trans | out; pel: dis ex im pro re; sist: con de in re sub; stitute: con de in pro sub | re;
        duct: con de in pro | sub; vert: con in re sub; tort: con dis ex re | de in; mission: inter re sub trans | de dis im;
        scribe: de in pre sub | con inter pro; clude: con ex in pre | inter; act: ex inter over re trans under | mis out pre sub;
        serve: con de pre re | dis out sub; claim: de dis ex pro re | mis over sub; print: im mis over re | pre;
        press: de ex im re | out over pre; verse: con in re trans | sub; cover: dis re un under | over; cede: con inter pre re | in;
        vention: con in inter pre sub; use: dis mis over re | under; cept: con ex inter | dis in pre re; spect: in pro re; cise: con ex in pre;
        volve: de in re | con inter; sign: con de re under; nounce: de pro re; current: con re under | de ex in inter trans un;
        state: inter mis over pro under | con in out re sub un up; cess: ex pro re | pre; clined: de in re; pend: de ex im | dis pre pro;
        test: con de pro | pre re sub; place: dis mis re | out pre un; mit: re sub trans | de im inter; connect: dis inter re | mis;
        write: over re under | mis out un; tained: con de re | dis; charge: dis over re under | mis out pre un; fine: con de re | over un;
        face: de inter out pre | fore pro re; sight: fore in over | dis out re un; cast: fore mis out over pre re | un under up;
        sume: con pre re sub; sult: con in re; plore: de ex im; gress: con in pro re trans; take: be in mis out over under up | re;
        come: be in out over | up; load: over re un up | dis pre under; play: dis fore inter mis out over re under; view: inter over pre re;
        set: be in out pre re sub un up | mis over under; fit: be mis out pro re un | con over; done: con mis out over re un under | fore;
        turn: over re up | in out un; ceed: ex pro; tention: con de in re | dis; action: in inter re trans | ex over pro sub under;
        grade: de up | dis inter mis over pro re sub; standing: out under up | over; look: out over | re up; head: be fore over sub | un;
        flow: in out over under | inter re up; sent: con dis pre re un | mis up; quest: be con in re; ward: in out re up | fore;
        rupt: dis inter | pre; struct: con de in | sub; sect: dis in inter | ex pro re sub; fuse: con in pro re trans | de inter;
        vent: con in pre; spire: con in re; hold: be up | over; tell: fore re | mis out pre; arm: dis fore over re under | in pre un;
        do: mis out over re un | con fore under up; line: in out under | inter pro re sub un; cut: un under | in inter mis over pre re;
        rate: over pro under | be de dis mis out up;
        """;

    private const string SuffixLines = """
        pass: able age er ing ion ive | less ment; direct: er ing ion ive ly ness; short: age er ing ish ly ness y;
        port: able age al er ing ion ly | less ous y; count: able er ing less y | ship; sharp: er ing ish ly ness | y;
        fruit: ful ing ion less y | age er ive; light: er ing ly ness ship | ful ish less; right: er ful ing ist ly ness | able ish less y;
        master: ful ing ly y | hood less ship; respect: able er ful ing ive | less; rest: ful ing ive less | able age er y;
        express: ing ion ive ly | age er ness; open: er ing ly ness | able; smooth: er ing ly ness | able ish y; call: able er ing ous;
        clear: er ing ly ness | able age; parent: age al hood ing | less; calm: er ing ly ness | y; prevent: able ing ion ive | er;
        suggest: er ing ion ive; adapt: able er ing ion ive; play: able er ful ing | less; firm: er ing ly ness | less;
        form: al er ing less | able ful; perfect: er ing ion ly | ive ness; help: er ful ing less | able; post: age al er ing;
        hard: er ly ness ship y | ish; present: able er ing ly | ist ive ment ness; pay: able er ing ment; detect: able ing ion ive | er;
        tender: er ing ly ness | able; slow: er ing ly ness | ish; detach: able ing ment | er; bright: er ly ness | ish;
        head: er ing less ship y | age ful; shift: ing less y | able er; coast: al er ing; reflect: ing ion ive | er;
        trust: ful ing y | able er less; develop: er ing ment | able; sweet: er ish ly ness | ing y; dark: er ly ness | ing ish y;
        invent: ing ion ive | able er; possess: ing ion ive | able; sleep: er ing less y; print: able er ing | less;
        clean: er ing ly ness | able; rock: er ing y | able less; punish: able ing ment | er; fair: er ly ness y | ing ish;
        thank: ful ing less | er; hand: ful ing y | er less; joy: ful ing less ous; support: able er ing ive | less ment;
        harm: ful ing less | er; cool: er ing ly | ish ness y; sound: er ing less ly | able ness; fish: er ing y | able ful less;
        cheer: ful ing less y | er ly; leak: age ing y | er less; connect: ing ion ive | able er; exhaust: ing ion ive | er less;
        brain: ing less y | ish; inform: al er ing | able; sign: al er ing | able age less; link: age er ing | able y;
        color: ful ing ist less | able er y; power: ful ing less; quiet: er ing ly | ist ive ness; friend: ing ly ship | less;
        pack: age er ing | able ly ness; smart: er ing ly ness | ish y; brief: er ing ly ness | less; mother: hood ing less ly | y;
        mind: er ful ing less; soft: er ly ness | ing ish y; season: able al ing | er less; hope: ful less; care: er ful less;
        child: hood ish | er ing less ly ness; neighbor: hood ing ly | less; king: ly ship | hood ing less; pain: ful ing less; home: less ly y;
        end: ing ive less | er ship; state: hood less ly ment | able; govern: able ing ment; agree: able ing ment; enjoy: able ing ment | er;
        employ: able er ing ment; art: ful ist less y | al; nation: al hood | less; measure: less ment; mass: age ing ive | less y;
        act: ing ion ive | able; elect: ing ion ive | able; weak: er ly ness | ish; kind: er ly ness | ing less y; sick: er ing ly ness | ish;
        father: hood ing less ly | ship; brother: hood ly | ing; cloud: ing y | age less; rain: ing y | less;
        wind: ing less y | able age er ship; sand: al er ing y | able less; speed: er ing y | ful less; hair: less y | ing;
        sugar: ing less y | er; fear: ful ing less | er; use: ful less | able; wonder: ful ing ment | er less ous; sorrow: ful ing | er less;
        boy: hood ish | ing; fool: ing ish; green: er ing ness | ish ly y;
        """;
}
