namespace FactBot.Sandbox.Stage;

/// <summary>A fault that affects the bot's next REST calls.</summary>
internal enum RestFault
{
    None,
    Http500,
    RateLimit,
    Slow,
    LoseResponse,
}

/// <summary>The planned faults; those of the websocket connection itself happen at once and aren't kept here.</summary>
internal sealed class Faults
{
    private readonly Lock gate = new();
    private readonly Queue<(RestFault Kind, TimeSpan Time)> rest = new();
    private int droppedEvents;

    /// <summary>Plans a fault for the next calls; a count of 0 cancels planned faults of its kind.</summary>
    public void PlanRest(RestFault kind, int count, TimeSpan time)
    {
        lock (gate)
        {
            if (count == 0)
            {
                var others = rest.Where(fault => fault.Kind != kind).ToList();
                rest.Clear();
                others.ForEach(rest.Enqueue);
            }

            for (var i = 0; i < count; i++)
                rest.Enqueue((kind, time));
        }
    }

    public (RestFault Kind, TimeSpan Time) TakeRest()
    {
        lock (gate)
        {
            return rest.TryDequeue(out var fault) ? fault : default;
        }
    }

    public void PlanDroppedEvents(int count)
    {
        lock (gate)
        {
            droppedEvents += count;
        }
    }

    public bool TakeDroppedEvent()
    {
        lock (gate)
        {
            if (droppedEvents == 0)
                return false;
            droppedEvents--;
            return true;
        }
    }
}
