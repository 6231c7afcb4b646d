// A working week in minutes: busy blocks, free stretches, and what several people have in common.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Draws and intersects the weeks of <see cref="BbehTemporalSequences"/>.</summary>
internal static class WeekPlan
{
    /// <summary>When work begins, in minutes after midnight.</summary>
    public const int Start = 540;

    /// <summary>When work ends.</summary>
    public const int End = 1080;

    // Half a day before and after the day itself hold what other time zones shift beyond it.
    private const int Margin = 12 * 60;
    private const int Minutes = (24 * 60) + (2 * Margin);

    /// <summary>The working days.</summary>
    public static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    /// <summary>Draws busy blocks of 20 to 150 minutes, apart from each other, until a share of the day is booked.</summary>
    public static int[][] DrawDay(PuzzleRandom random, int percent)
    {
        var target = (End - Start) * random.Between(percent - 10, percent + 10) / 100;
        var blocks = new List<int[]>();
        while (blocks.Sum(block => block[1] - block[0]) < target)
        {
            var length = random.Between(2, 15) * 10;
            var from = random.Between(Start, End - length);
            // A gap between any two bookings: joined ones could be read as one.
            if (blocks.TrueForAll(block => from > block[1] || from + length < block[0])) blocks.Add([from, from + length]);
            else if (random.Chance(0.02)) break;
        }
        return [.. blocks.OrderBy(block => block[0])];
    }

    /// <summary>The free stretches of a working day between its blocks.</summary>
    public static int[][] Complement(int[][] busy)
    {
        var free = new List<int[]>();
        var at = Start;
        foreach (var block in busy)
        {
            if (block[0] > at) free.Add([at, block[0]]);
            at = Math.Max(at, block[1]);
        }
        if (at < End) free.Add([at, End]);
        return [.. free];
    }

    /// <summary>The length of the longest stretch that all have free, and how many there are of it; (0, 0) when there is none.</summary>
    public static (int Length, int Count) LongestMeeting(IReadOnlyCollection<BbehTemporalSequences.Person> people)
    {
        var lengths = Days.SelectMany(day => CommonStretches([.. people.Select(person => FreeMinutes(person, day))])).ToList();
        var longest = lengths.DefaultIfEmpty(0).Max();
        return (longest, longest == 0 ? 0 : lengths.Count(length => length == longest));
    }

    private static IEnumerable<int> CommonStretches(bool[][] free)
    {
        var length = 0;
        for (var minute = 0; minute < Minutes; minute++)
        {
            if (Array.TrueForAll(free, person => person[minute])) length++;
            else if (length > 0)
            {
                yield return length;
                length = 0;
            }
        }
        if (length > 0) yield return length;
    }

    // Minute by minute of the reference clock, whether a person can meet.
    private static bool[] FreeMinutes(BbehTemporalSequences.Person person, string day)
    {
        var rule = Rule.Of(person);
        var shift = Margin - (rule.Kind == "timezone" ? rule.Amount * 60 : 0);
        var free = new bool[Minutes];
        Set(free, person.WorkHoursOrg[day], shift, true);
        foreach (var block in person.BusyOrg[day])
            if (rule.Kind != "conflict" || block[1] - block[0] > rule.Amount) Set(free, block, shift, false);
        if (rule.Kind == "lunch" && rule.Day == day) Set(free, [rule.From, rule.To], shift, false);
        return rule.Kind == "buffer" ? Shrunk(free, rule.Amount) : free;
    }

    private static void Set(bool[] free, int[] block, int shift, bool value)
    {
        for (var minute = Math.Max(0, block[0] + shift); minute < Math.Min(Minutes, block[1] + shift); minute++) free[minute] = value;
    }

    private static bool[] Shrunk(bool[] free, int amount)
    {
        var shrunk = new bool[Minutes];
        for (int minute = 0, since = 0; minute <= Minutes; minute++)
        {
            if (minute < Minutes && free[minute]) continue;
            for (var inner = since + amount; inner < minute - amount; inner++) shrunk[inner] = true;
            since = minute + 1;
        }
        return shrunk;
    }

    /// <summary>A person's special rule.</summary>
    /// <param name="Kind"><c>none</c>, <c>lunch</c>, <c>timezone</c>, <c>conflict</c> or <c>buffer</c>.</param>
    /// <param name="Amount">Hours ahead, or minutes; 0 for the other kinds.</param>
    /// <param name="Day">The day of the lunch.</param>
    /// <param name="From">When the lunch begins.</param>
    /// <param name="To">When the lunch ends.</param>
    public sealed record Rule(string Kind, int Amount = 0, string Day = "", int From = 0, int To = 0)
    {
        /// <summary>Reads the rule of a ground truth. What is not understood is no rule.</summary>
        public static Rule Of(BbehTemporalSequences.Person person)
        {
            if (!person.Constraint.TryGetItems(out var pair) || pair is not [PyValue.Str { Value: var kind }, var value]) return new("none");
            if (value.TryGetInt(out int amount)) return new(kind, Math.Clamp(amount, -Minutes, Minutes));
            if (value.TryGetItems(out var lunch) && lunch is [PyValue.Str { Value: var day }, PyValue.List { Items: [var from, var to] }]
                && from.TryGetInt(out int start) && to.TryGetInt(out int end)) return new(kind, 0, day, start, end);
            return new("none");
        }
    }
}
