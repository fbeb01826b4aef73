using Microsoft.Playwright;

namespace FactBot.Page.Tests;

/// <summary>One tab of the page, and what a person does in it.</summary>
internal sealed record Tab(IPage Page)
{
    /// <summary>Where one writes.</summary>
    public ILocator Box => Page.Locator(".command-bar textarea");

    public ILocator Messages => Page.GetByRole(AriaRole.Article);

    public ILocator Form => Page.GetByRole(AriaRole.Dialog);

    public ILocator Tour => Page.Locator(".tour");

    /// <summary>Types a command's name and takes the first that is offered.</summary>
    public async Task BeginAsync(string command)
    {
        await Box.FillAsync("/" + command);
        await Page.Locator("#command-0").WaitForAsync();
        await Box.PressAsync("Enter");
        await Page.Locator(".command-form :focus").WaitForAsync();
    }

    /// <summary>The field of an option, or all of them.</summary>
    public ILocator Option(string? name = null) =>
        name is null ? Page.Locator(".command-form .option") : Page.Locator($"#option-{name}");

    /// <summary>Runs a command with these options, each of them in sight.</summary>
    public async Task RunAsync(string command, params (string Option, string Text)[] options)
    {
        await BeginAsync(command);
        foreach (var (option, text) in options)
            await Option(option).FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    public async Task WriteAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task OpenAsync(string channel) => Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = channel }).ClickAsync();

    /// <summary>Opens a message's menu, and chooses from it.</summary>
    public static async Task UseOnMessageAsync(ILocator message, string command)
    {
        await message.HoverAsync();
        await message.GetByLabel("More on this message").ClickAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = command }).ClickAsync();
    }

    /// <summary>Makes a fault by a press, and waits until it is told to be made.</summary>
    public async Task MakeFaultAsync(string name, string told)
    {
        await Page.GetByText("Faults", new() { Exact = true }).ClickAsync();
        await Button(name).ClickAsync();
        await Page.GetByText(told).WaitForAsync();
    }

    /// <summary>Waits until a message says this, and gives it.</summary>
    public async Task<ILocator> ReadAsync(string text)
    {
        var message = Messages.Filter(new() { HasText = text }).Last;
        await message.WaitForAsync();
        return message;
    }
}
