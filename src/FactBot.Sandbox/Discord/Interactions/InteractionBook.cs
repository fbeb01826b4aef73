namespace FactBot.Sandbox.Discord.Interactions;

/// <summary>Recent interactions and forms, kept in memory: none outlives a restart of the pretend Discord.</summary>
internal sealed class InteractionBook
{
    private const int Most = 20_000;

    private readonly Dictionary<string, Interaction> byToken = [];
    private readonly Dictionary<string, Form> forms = [];
    private readonly Queue<string> order = new();

    public void Add(Interaction interaction)
    {
        byToken[interaction.Token] = interaction;
        order.Enqueue(interaction.Token);
        if (order.Count > Most && byToken.Remove(order.Dequeue(), out var old) && old.Form is { } form)
            forms.Remove(form.Id);
    }

    public void Add(Form form) => forms[form.Id] = form;

    public Interaction? Find(string token) => byToken.GetValueOrDefault(token);

    public Form? FindForm(string id) => forms.GetValueOrDefault(id);
}
