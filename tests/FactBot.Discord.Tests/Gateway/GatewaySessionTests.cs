using CsCheck;
using FactBot.Discord.Gateway;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Gateway;

public sealed class GatewaySessionTests
{
    private static readonly Ready s_ready = new() { SessionId = "s", ResumeGatewayUrl = "wss://resume" };

    [Fact]
    public void A_session_can_be_resumed_from_READY_on()
    {
        var session = new GatewaySession();
        Assert.False(session.CanResume);

        session.Start(s_ready, "{}");
        session.Advance(3);

        Assert.True(session.CanResume);
        Assert.Equal(("s", 3L, "wss://resume"), (session.Id, session.Sequence, session.ResumeUrl));
    }

    [Fact]
    public void A_forgotten_session_leaves_nothing_behind()
    {
        var session = new GatewaySession();
        session.Start(s_ready, "{}");
        session.Advance(3);

        session.Forget();

        Assert.Equal((null, null, null, false), (session.Id, session.Sequence, session.ResumeUrl, session.CanResume));
    }

    [Fact]
    public void Only_failures_in_a_row_end_a_session() => Gen.Bool.Array[0, 40].Sample(resumes =>
    {
        var session = new GatewaySession();
        session.Start(s_ready, "{}");
        var row = 0;
        foreach (var worked in resumes)
        {
            row = worked ? 0 : row + 1;
            if (worked)
            {
                session.NoteResumed();
            }
            else
            {
                session.NoteFailedResume();
            }

            if (row == GatewaySession.ResumeAttempts)
            {
                return !session.CanResume;
            }
        }
        return session.CanResume;
    });
}
