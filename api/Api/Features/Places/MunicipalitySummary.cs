using System.Linq.Expressions;
using FluentValidation;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Places;

/// <summary>A municipality and how much of it the caller reaches.</summary>
/// <param name="Code">ОКТМО code.</param>
/// <param name="Name">Name.</param>
/// <param name="RegionCode">Code of its region.</param>
/// <param name="Schools">Open schools in it, as far as the caller reaches them.</param>
public sealed record MunicipalitySummary(string Code, string Name, string RegionCode, int Schools)
{
    /// <summary>The row of a municipality.</summary>
    internal static Expression<Func<Municipality, MunicipalitySummary>> From(AppDbContext db) =>
        m => new MunicipalitySummary(
            m.Code,
            m.Name,
            m.RegionCode,
            db.Schools.Count(s => s.MunicipalityCode == m.Code && s.State == SchoolState.Open)
        );
}

/// <summary>Shape of what is said of a municipality.</summary>
internal static class MunicipalityRules
{
    /// <summary>A name that fits.</summary>
    public static void MunicipalityName<T>(this IRuleBuilderInitial<T, string> name) =>
        name.NotEmpty().MaximumLength(Municipality.NameLength).WithMessage($"Укажите название, до {Municipality.NameLength} знаков.");
}
