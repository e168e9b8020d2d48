using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>Which region a caller means.</summary>
internal static class FormulaRegions
{
    /// <summary>The region named, or the only one in which the caller reaches anything.</summary>
    /// <exception cref="Problem">404: not visible; 400: there are several and none is named.</exception>
    public static string Of(AppDbContext db, string? code)
    {
        var visible = db.Current.Scope.VisibleRegions;
        if (code is not null)
            return visible.Contains(code, StringComparer.Ordinal) ? code : throw Problems.NotFound("Регион", "/regionCode", code);
        return visible is [var only]
            ? only
            : throw Problems.Validation("/regionCode", "required", "Вы работаете в нескольких регионах: назовите один.");
    }
}
