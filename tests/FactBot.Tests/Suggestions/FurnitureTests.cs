using FactBot.Text.Worthiness;

namespace FactBot.Tests.Suggestions;

/// <summary>Headlines, captions, bylines, datelines, views and questions sink, and five decisions don't lift them.</summary>
public class FurnitureTests
{
    // In each, a line that states something begins with +, and one that doesn't with -.
    public static TheoryData<string> Articles { get; } =
    [
        """
        -Harbour Tram Cost 214 Million Crowns, Council Admits
        -By Jonas Reimer and Ida Holt
        +The tram line cost 214 million crowns in 2025, the council of Varn said on Monday.
        -Photo: The first tram on the harbour bridge, 3 March 2025. Ida Holt/Getty Images
        +It carried 12,000 passengers every day in its first year, according to the operator.
        -Do we really need another tram for 200 million crowns?
        -It is time that the council should think of the 12,000 people who walk.
        """,
        """
        -Ferry Strike Enters Third Week As Talks Collapse
        -Updated 12 March 2024, 09:15
        +Nurses and sailors of Lorvik lost 3 million crowns in wages during the strike, the union said on Friday.
        -What Comes Next For 400 Families
        +The port closed on 1 March 2024 after 88 percent of the crew voted for a strike.
        -In our view, the 400 families deserve better from a rich company.
        """,
        """
        -Neue Brücke in Sandau kostet 40 Millionen Euro
        -Von Anna Weiß
        +Die neue Brücke in Sandau hat 40 Millionen Euro gekostet, sagte Bürgermeisterin Anna Weiß am Montag.
        -Bild: Die Brücke in Sandau am 3. März 2021 (links)
        +Im Jahr 2020 wurden dort 12.000 Fahrzeuge am Tag gezählt.
        -Brauchen wir wirklich noch eine Brücke für 40 Millionen Euro?
        -Wir sollten das Geld meiner Meinung nach für die 30 Schulen ausgeben.
        """,
        """
        -Mieten steigen um 9 Prozent
        -Aktualisiert am 4. Mai 2023
        +Die Mieten in Wiesmar stiegen 2022 um 9 Prozent, wie das Amt für Statistik mitteilte.
        +Der Rat hat im April 2023 zwei Millionen Euro für Wohnungen bewilligt.
        -Es ist eine Schande für alle Städte mit mehr als 100.000 Menschen.
        """,
        """
        -Le pont de Varzy rouvre après trois ans
        -Par Marie Curot
        +Le pont de Varzy a coûté 12 millions d’euros, selon la mairie.
        -Crédit photo : Jean Dubal, le 3 mars 2021
        +En 2022, 4 500 habitants ont signé une pétition contre le péage.
        -Faut-il vraiment payer 5 euros pour traverser un pont ?
        -À mon avis, il faut fermer les 3 ponts de la ville.
        """,
        """
        -Grève des 300 boulangers
        +Les 300 boulangers de Rost ont fait grève pendant 12 jours en 2019, selon le syndicat.
        +Le prix du pain a augmenté de 6 pour cent en 2020.
        -Une honte pour un pays de 67 millions d’habitants !
        """,
        """
        -El puente nuevo cuesta 30 millones de euros
        -Por Ana Gómez
        +El puente de Ferrín costó 30 millones de euros, dijo la alcaldesa Ana Gómez el lunes.
        -Foto: el puente de Ferrín el 3 de marzo de 2021
        +En 2020 fueron heridas 12 personas en la obra, según el sindicato.
        -¿Necesitamos de verdad un puente de 30 millones?
        -En mi opinión, hay que cerrar los 3 puentes de la ciudad.
        """,
        """
        -Міст у Гребінці коштував 45 млн
        -Автор: Олена Коваль
        +Міст у Гребінці коштував 45 мільйонів гривень, повідомила міська рада в понеділок.
        -Фото: міст у Гребінці, 3 березня 2021 року
        +У 2020 році міст був закритий 12 днів, а 300 людей втратили роботу.
        -Чи потрібен нам ще один міст за 45 мільйонів?
        -На мою думку, варто витратити ці 45 мільйонів на школи.
        """,
        """
        -У Рівному 300 лікарів без зарплати
        -Опубліковано 4 травня 2023 року
        +У 2022 році 300 лікарів Рівного були без зарплати 3 місяці, заявив профсоюз.
        +За даними ради, лікарня отримала на 12 відсотків менше грошей, ніж у 2021 році.
        -Ганьба для міста, в якому живе 240 тисяч людей!
        """,
    ];

    [Theory]
    [MemberData(nameof(Articles))]
    public void What_states_nothing_sinks_below_all_that_does_and_five_decisions_lift_none_of_it(string marked)
    {
        var lines = marked.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var text = string.Join("\n\n", lines.Select(l => l[1..]));
        string[] facts = [.. lines.Where(l => l[0] == '+').Select(l => l[1..])], others = [.. lines.Where(l => l[0] == '-').Select(l => l[1..])];
        AssertOrder(WorthinessModel.ByHand);
        // An editor accepts what was a headline, and rejects the rest: as unlucky as five decisions can be.
        AssertOrder(WorthinessModel.ByHand.Learn([.. others.Take(3).Select(o => (o, true)), .. facts.Take(2).Select(f => (f, false))]));

        void AssertOrder(WorthinessModel worthiness)
        {
            var ranked = Suggestion.In(text, worthiness).Select(s => s.Text).ToList();
            Assert.All(facts, f => Assert.Contains(f, ranked));
            var lastFact = ranked.FindLastIndex(r => facts.Contains(r));
            Assert.True(lastFact == facts.Length - 1, $"{lastFact}:\n{string.Join('\n', ranked)}");
        }
    }

    [Fact]
    public void The_headlines_of_a_real_article_stay_down_after_five_decisions()
    {
        var path = FindBesideRepository(Path.Combine("shared", "articles", "us-envoy-leaked-call.txt"));
        Assert.SkipWhen(path is null, "The article isn't here. Put it to ../shared/articles beside the repository.");
        var text = File.ReadAllText(path!);
        var headings = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length is > 0 and < 80 && l[^1] != '.').ToList();
        foreach (var model in new[] { WorthinessModel.ByHand, WorthinessModel.ByHand.Learn([.. headings.Take(5).Select(h => (h, true))]) })
        {
            var ranked = Suggestion.In(text, model).Select(s => s.Text).ToList();
            Assert.DoesNotContain(ranked.Take(10), headings.Contains);
        }
    }

    private static string? FindBesideRepository(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        return null;
    }
}
