// Finding out how many requests a server takes at a time.

using BootcampEval.Engine.Models;

namespace BootcampEval.Engine.Tests.Models;

public sealed class AdaptiveLimitTests
{
    [Fact]
    public void It_opens_fast_while_everything_is_taken()
    {
        var limit = new AdaptiveLimit(128);

        for (var rank = 1; rank <= 112; rank++) limit.Accepted(rank, saturated: true);

        Assert.Equal(128, limit.Current);
    }

    [Fact]
    public void It_opens_with_time_when_answers_take_long()
    {
        var limit = new AdaptiveLimit(128);

        for (var tick = 0; tick < 3; tick++) limit.Open();

        Assert.Equal(128, limit.Current);
    }

    [Fact]
    public void It_falls_to_what_the_server_has_taken()
    {
        var limit = new AdaptiveLimit(512);

        for (var rank = 9; rank <= 16; rank++) limit.Refused(rank, remaining: 16 - (rank - 8));

        Assert.Equal(8, limit.Current);
    }

    [Fact]
    public void It_feels_its_way_up_again_when_the_server_takes_more()
    {
        var limit = new AdaptiveLimit(64);
        limit.Refused(9, 8);

        for (var taken = 0; taken < 2000; taken++) limit.Accepted(limit.Current, saturated: true);

        Assert.Equal(64, limit.Current);
    }

    [Fact]
    public void It_tries_more_rarely_where_that_has_failed()
    {
        var limit = new AdaptiveLimit(64);
        limit.Refused(9, 8);
        var refused = 0;

        for (var sent = 0; sent < 10_000; sent++)
        {
            if (limit.Current <= 8)
            {
                limit.Accepted(limit.Current, saturated: true);
                continue;
            }
            refused++;
            limit.Refused(limit.Current, 8);
        }

        Assert.Equal(8, limit.Current);
        Assert.InRange(refused, 3, 30);
    }

    [Fact]
    public void Refusals_by_chance_do_not_close_it()
    {
        var limit = new AdaptiveLimit(64);
        for (var rank = 1; rank <= 48; rank++) limit.Accepted(rank, saturated: true);

        for (var sent = 0; sent < 3000; sent++)
        {
            if (sent % 10 < 3) limit.Refused(limit.Current, limit.Current - 1);
            else limit.Accepted(limit.Current, saturated: true);
        }

        Assert.InRange(limit.Current, 48, 64);
    }

    [Fact]
    public void Silence_halves_it_once_for_all_requests_of_the_same_time()
    {
        var limit = new AdaptiveLimit(64);
        for (var rank = 1; rank <= 48; rank++) limit.Accepted(rank, saturated: true);
        var epoch = limit.Epoch;

        for (var request = 0; request < 20; request++) limit.Silent(epoch);

        Assert.Equal(32, limit.Current);
    }

    [Fact]
    public void It_never_closes_altogether()
    {
        var limit = new AdaptiveLimit(8);

        for (var request = 0; request < 100; request++)
        {
            limit.Refused(1, 0);
            limit.Silent(limit.Epoch);
        }

        Assert.Equal(1, limit.Current);
    }
}
