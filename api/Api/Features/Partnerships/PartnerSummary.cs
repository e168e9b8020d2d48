using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Partnerships;

/// <summary>A school that helps others.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="SchoolId">Id of the school.</param>
/// <param name="SchoolName">Name of the school.</param>
/// <param name="MunicipalityCode">ОКТМО code.</param>
/// <param name="MunicipalityName">Name of the municipality.</param>
/// <param name="Subjects">Codes of the subjects in which it is strong.</param>
/// <param name="Note">What it offers.</param>
/// <param name="Capacity">How many schools it can help at once; null when it has not said.</param>
/// <param name="Helping">Schools that it helps by agreements in force.</param>
/// <param name="Free">How many more it can help, never below zero; null when it has not said.</param>
/// <param name="Editable">Whether the caller may change it.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record PartnerSummary(
    Guid Id,
    Guid SchoolId,
    string SchoolName,
    string MunicipalityCode,
    string MunicipalityName,
    IReadOnlyList<string> Subjects,
    string? Note,
    int? Capacity,
    int Helping,
    int? Free,
    bool Editable,
    int Version
)
{
    /// <summary>Partners with what they carry today; ordered by name.</summary>
    internal static async Task<List<PartnerSummary>> Read(
        AppDbContext db,
        Caller caller,
        Expression<Func<Partner, bool>> which,
        CancellationToken cancellationToken
    )
    {
        var today = await db.Today(cancellationToken);
        // Agreements between others do not concern whoever asks, but how many schools a partner has to help does.
        var rows = await db
            .Partners.AsNoTracking()
            .Where(which)
            .Select(p => new
            {
                Partner = p,
                Name = db.ToldSchools.Where(s => s.Id == p.SchoolId).Select(s => s.Name).First(),
                Municipality = db.Municipalities.Where(m => m.Code == p.MunicipalityCode).Select(m => m.Name).First(),
            })
            .ToListAsync(cancellationToken);
        var helping = await db.SchoolsHelped([.. rows.Select(r => r.Partner.SchoolId)], today, cancellationToken);
        var writable = caller.ScopeFor(Permission.PartnershipsWrite);
        return
        [
            .. rows.OrderBy(r => r.Name, StringComparer.Ordinal)
                .Select(r =>
                {
                    var helped = helping.GetValueOrDefault(r.Partner.SchoolId);
                    return new PartnerSummary(
                        r.Partner.Id,
                        r.Partner.SchoolId,
                        r.Name,
                        r.Partner.MunicipalityCode,
                        r.Municipality,
                        r.Partner.Subjects,
                        r.Partner.Note,
                        r.Partner.Capacity,
                        helped,
                        r.Partner.Capacity is { } most ? Math.Max(0, most - helped) : null,
                        writable.Reaches(r.Partner),
                        r.Partner.Version
                    );
                }),
        ];
    }
}

/// <summary>What a school can give.</summary>
/// <param name="Subjects">Codes of the subjects in which it is strong; empty when it helps in general.</param>
/// <param name="Capacity">How many schools it can help at once; absent when it has not said.</param>
/// <param name="Note">What it offers, in words.</param>
public sealed record PartnerFactsBody(IReadOnlyList<string> Subjects, int? Capacity = null, string? Note = null)
    : IExampled<PartnerFactsBody>
{
    public static PartnerFactsBody Example =>
        new([Subject.Russian, Subject.Mathematics], 3, "Открытые уроки, наставники для учителей 5–6 классов");

    internal PartnerFacts Facts => new(Capacity, Subjects, Note);
}

/// <summary>Shape of what a school can give.</summary>
internal sealed class PartnerValidator : AbstractValidator<PartnerFactsBody>
{
    public PartnerValidator()
    {
        RuleFor(p => p.Capacity)
            .InclusiveBetween(0, Partner.MostCapacity)
            .WithErrorCode("out-of-range")
            .WithMessage($"Сколько школ может сопровождать: от 0 до {Partner.MostCapacity}.");
        RuleFor(p => p.Note).MaximumLength(Partner.NoteLength).WithMessage($"Описание — до {Partner.NoteLength} знаков.");
        RuleForEach(p => p.Subjects)
            .Must(code => Subject.OfCode(code) is not null)
            .WithErrorCode("subject-unknown")
            .WithMessage("Такого предмета в справочнике нет.");
    }
}
