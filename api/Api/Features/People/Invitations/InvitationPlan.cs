using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>A row that can be carried out.</summary>
/// <param name="Row">As it is shown.</param>
/// <param name="Place">Where.</param>
/// <param name="Known">The person who is here already, null for somebody new.</param>
/// <param name="ToOn">Last day of the role: the caller gives nothing for longer than they hold it.</param>
internal sealed record PlannedRow(InvitationRow Row, InvitationPlace Place, Person? Known, DateOnly? ToOn);

/// <summary>What a list of people comes to: rows that can be carried out, and what is wrong with the others. It changes nothing.</summary>
internal sealed class InvitationPlan(AppDbContext db, ILookupNormalizer names, Caller caller)
{
    /// <summary>Most rows of one list.</summary>
    public const int MostRows = 1_000;

    private readonly List<InvitationError> _errors = [];
    private readonly List<PlannedRow> _rows = [];
    private readonly Dictionary<string, (int Row, string Name)> _emails = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Who, Role Role, string Place), int> _seen = [];

    /// <summary>The rows that can be carried out.</summary>
    public IReadOnlyList<PlannedRow> Rows => _rows;

    /// <summary>What is wrong, in the order of the rows.</summary>
    public IReadOnlyList<InvitationError> Errors => _errors;

    /// <summary>Reads a list, with as many statements for a thousand rows as for one.</summary>
    public async Task<InvitationPlan> Read(string text, CancellationToken cancellationToken)
    {
        var lines = InvitationText.Read(text);
        if (lines.Count > MostRows)
        {
            _errors.Add(
                new(
                    MostRows + 1,
                    InvitationText.Columns[0],
                    "too-many-rows",
                    $"В списке больше {MostRows} строк. Разделите его.",
                    null,
                    null
                )
            );
            return this;
        }
        var places = await InvitationPlaces.Read(db, cancellationToken);
        var known = await Known(lines, cancellationToken);
        foreach (var line in lines)
            Take(line, places, known);
        return this;
    }

    private void Take(InvitationLine line, InvitationPlaces places, KnownPeople known)
    {
        var before = _errors.Count;
        if (line.Name.Length is 0 or > Person.DisplayNameLength)
            Wrong(line, 0, "required", "Укажите имя, до 200 знаков.", line.Name);
        if (line.Email.Length > 0 && !EmailText.IsAddress(line.Email))
            Wrong(line, 1, "email-wrong", "Проверьте адрес почты: он должен быть вида name@example.org.", line.Email);
        var role = RoleOf(line, places);
        var place = role is { } r ? PlaceOf(line, r, places) : null;
        if (_errors.Count > before || place is null || role is not { } wanted)
            return;
        var email = line.Email.Length == 0 ? null : line.Email;
        if (!IsFirst(line, email, wanted, place))
            return;
        var person = known.Find(names.NormalizeEmail(email), SortText.Key(line.Name), wanted, place.Place.Shown);
        var outcome =
            person is null ? InvitationOutcome.New
            : known.Holds(person.Id, wanted, place.Place) ? InvitationOutcome.Unchanged
            : InvitationOutcome.FurtherRole;
        var row = new InvitationRow(line.Number, person?.DisplayName ?? line.Name, email, wanted, place.Place.Shown, outcome);
        _rows.Add(new PlannedRow(row, place, person, caller.LatestEnd(wanted, place.Place)));
    }

    private Role? RoleOf(InvitationLine line, InvitationPlaces places)
    {
        if (line.Role.Length == 0 && line.Place.Length > 0 && places.IsSchool(line.Place))
            return Role.School;
        if (RoleWords.Read(line.Role) is { } role)
            return role;
        Wrong(line, 2, "role-unknown", "Такой роли нет.", line.Role, RoleWords.Allowed);
        return null;
    }

    private InvitationPlace? PlaceOf(InvitationLine line, Role role, InvitationPlaces places)
    {
        var found = places.Find(role, line.Place);
        if (found.Count > 1)
        {
            var codes = string.Join(", ", found.Take(5).Select(p => p.Place.Shown.Code));
            Wrong(line, 3, "place-ambiguous", "Так называется не одно место: укажите код.", line.Place, codes);
            return null;
        }
        if (found is [var place])
        {
            if (caller.MayGive(role, place.Place))
                return place;
            Wrong(
                line,
                2,
                "role-beyond",
                $"Роль «{RoleWords.Of(role)}» здесь выдаёт только региональный оператор.",
                line.Role,
                RoleWords.Of(Role.School)
            );
            return null;
        }
        var (message, allowed) = role switch
        {
            Role.School => ("Школы с таким кодом или названием среди ваших нет.", "код школы или её полное название"),
            Role.Coordinator => ("Муниципалитета с таким кодом или названием нет.", "ОКТМО или название муниципалитета"),
            _ => ("Такого региона среди ваших нет.", "код региона или пусто"),
        };
        Wrong(line, 3, "place-unknown", message, line.Place, allowed);
        return null;
    }

    // One person may stand in several rows, for several places; the same row twice is a slip, and so is one address for two names.
    private bool IsFirst(InvitationLine line, string? email, Role role, InvitationPlace place)
    {
        var address = names.NormalizeEmail(email);
        var name = SortText.Key(line.Name);
        if (address is not null)
        {
            if (_emails.TryGetValue(address, out var other) && !string.Equals(other.Name, name, StringComparison.Ordinal))
            {
                Wrong(line, 1, "email-shared", $"Этот адрес стоит в строке {other.Row} у другого человека.", line.Email);
                return false;
            }
            _emails.TryAdd(address, (line.Number, name));
        }
        if (_seen.TryAdd((address ?? name, role, place.Place.Shown.Code), line.Number))
            return true;
        var first = _seen[(address ?? name, role, place.Place.Shown.Code)];
        Wrong(line, 0, "duplicate", $"Эта строка повторяет строку {first}.", line.Name);
        return false;
    }

    private void Wrong(InvitationLine line, int column, string code, string message, string value, string? allowed = null) =>
        _errors.Add(new(line.Number, InvitationText.Columns[column], code, message, value, allowed));

    // Only people whom the caller reaches are known to the caller: an address of anybody else is as good as new.
    private async Task<KnownPeople> Known(List<InvitationLine> lines, CancellationToken cancellationToken)
    {
        List<string?> emails =
        [
            .. lines.Select(l => names.NormalizeEmail(l.Email)).Where(e => e is { Length: > 0 }).Distinct(StringComparer.Ordinal),
        ];
        List<string> keys = [.. lines.Select(l => SortText.Key(l.Name)).Distinct(StringComparer.Ordinal)];
        var people = await db.ReachedPeople()
            .AsNoTracking()
            .Where(p => emails.Contains(p.NormalizedEmail) || keys.Contains(p.SortName))
            .ToListAsync(cancellationToken);
        var ids = people.ConvertAll(p => p.Id);
        var today = await db.Today(cancellationToken);
        var grants = await db.ReachedGrants()
            .AsNoTracking()
            .Where(g => ids.Contains(g.HolderId) && g.RevokedAt == null && g.DelegatedById == null && (g.ToOn == null || g.ToOn >= today))
            .ToListAsync(cancellationToken);
        return new KnownPeople(people, grants.ToLookup(g => g.HolderId));
    }

    /// <summary>People whom the caller reaches, with what they hold.</summary>
    private sealed record KnownPeople(List<Person> People, ILookup<Guid, Grant> Grants)
    {
        // Without an address, a name alone is no person: only together with the very same role.
        public Person? Find(string? email, string name, Role role, AccessPlace place) =>
            email is { Length: > 0 }
                ? People.Find(p => string.Equals(p.NormalizedEmail, email, StringComparison.Ordinal))
                : People.Find(p =>
                    string.Equals(p.SortName, name, StringComparison.Ordinal) && Grants[p.Id].Any(g => IsAt(g, role, place))
                );

        public bool Holds(Guid personId, Role role, GrantPlace place) => Grants[personId].Any(g => IsAt(g, role, place.Shown));

        private static bool IsAt(Grant grant, Role role, AccessPlace place) =>
            grant.Role == role
            && place.Kind switch
            {
                PlaceKind.School => grant.SchoolId == place.SchoolId,
                PlaceKind.Municipality => string.Equals(grant.MunicipalityCode, place.Code, StringComparison.Ordinal),
                _ => grant.MunicipalityCode is null
                    && grant.SchoolId is null
                    && string.Equals(grant.RegionCode, place.Code, StringComparison.Ordinal),
            };
    }
}
