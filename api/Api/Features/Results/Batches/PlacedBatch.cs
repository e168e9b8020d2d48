using Opora.Api.Batches;
using Opora.Domain.Results;
using Opora.Persistence.Results;

namespace Opora.Api.Features.Results.Batches;

/// <summary>The right items of a batch as rows to store; what is wrong with the others is told.</summary>
internal sealed class PlacedBatch
{
    private readonly List<(int Index, ResultRow Row)> _schools;
    private readonly List<(int Index, PublishedRow Row)> _published = [];
    private readonly RepeatedItems<Key> _repeated;
    private readonly BatchErrors _errors;

    private PlacedBatch(ReadBatch batch)
    {
        _errors = batch.Errors;
        _schools = new(batch.Items.Count);
        _repeated = new(batch.Items.Count);
    }

    /// <summary>Results of schools that may be stored.</summary>
    public IReadOnlyList<ResultRow> Schools => [.. _schools.Where(s => !_errors.Has(s.Index)).Select(s => s.Row)];

    /// <summary>Published results that may be stored.</summary>
    public IReadOnlyList<PublishedRow> Published => [.. _published.Where(s => !_errors.Has(s.Index)).Select(s => s.Row)];

    /// <summary>Finds the place of each item and the items that say the same thing twice: none of those is taken.</summary>
    public static PlacedBatch Of(ReadBatch batch, BatchPlaces places)
    {
        var placed = new PlacedBatch(batch);
        foreach (var item in batch.Items)
            placed.Add(item, places);
        placed._repeated.Tell(batch.Errors, "результаты");
        return placed;
    }

    private void Add(in ReadItem item, BatchPlaces places)
    {
        var result = item.Result;
        if (item.SchoolCode is { } schoolCode)
        {
            if (places.SchoolOf(schoolCode) is not { } school)
            {
                var shown = BatchErrors.Shown(schoolCode);
                _errors.Add(
                    item.Index,
                    "schoolCode",
                    "school-unknown",
                    $"Школа с кодом «{shown}» не найдена среди ваших школ. Проверьте по реестру школ.",
                    shown
                );
                return;
            }
            _repeated.See(new Key(school.Id, "", result), item.Index);
            _schools.Add(
                (
                    item.Index,
                    new ResultRow(school, result.Year, result.Assessment, result.Subject, result.Grade, result.Sitting, result.Values)
                )
            );
            return;
        }
        if (places.PlaceOf(item.PlaceCode!) is not { } place)
        {
            var shown = BatchErrors.Shown(item.PlaceCode!);
            _errors.Add(
                item.Index,
                "placeCode",
                "place-unknown",
                $"Территория с кодом «{shown}» не найдена или не ваша. Укажите код своего региона или ОКТМО своего муниципалитета.",
                shown
            );
            return;
        }
        _repeated.See(new Key(Guid.Empty, place.Code, result), item.Index);
        _published.Add(
            (
                item.Index,
                new PublishedRow(place, result.Year, result.Assessment, result.Subject, result.Grade, result.Sitting, result.Values)
            )
        );
    }

    private readonly record struct Key(
        Guid School,
        string Place,
        int Year,
        Assessment Assessment,
        string Subject,
        int Grade,
        string Sitting
    )
    {
        public Key(Guid school, string place, in ResultDraft result)
            : this(school, place, result.Year, result.Assessment, result.Subject, result.Grade, result.Sitting) { }
    }
}
