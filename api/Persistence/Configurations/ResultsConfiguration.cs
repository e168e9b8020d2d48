using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Rollups;

namespace Opora.Persistence.Configurations;

internal sealed class ExamResultConfiguration : IEntityTypeConfiguration<ExamResult>
{
    public void Configure(EntityTypeBuilder<ExamResult> builder)
    {
        builder.Ignore(r => r.Values);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.Subject).HasMaxLength(ExamResult.MaxSubjectLength);
        builder.Property(r => r.Sitting).HasMaxLength(ExamResult.MaxSittingLength);
        // The natural key, and the only arbiter of «created» or «updated». It leads with the school, so a school's card reads one range.
        builder
            .HasIndex(r => new
            {
                r.SchoolId,
                r.Year,
                r.Assessment,
                r.Subject,
                r.Grade,
                r.Sitting,
            })
            .IsUnique();
        // Every further index is paid for by every row of every import. The natural key serves whatever starts from schools: a card, a
        // group of a region, a pull of one place.
        builder.HasIndex(r => r.ChangeNo);
        builder.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExamResultRevisionConfiguration : IEntityTypeConfiguration<ExamResultRevision>
{
    public void Configure(EntityTypeBuilder<ExamResultRevision> builder)
    {
        builder.Ignore(r => r.Values);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(r => r.ExamResultId);
        builder.HasIndex(r => r.ImportId);
        builder.HasIndex(r => r.ReplacedByImportId);
    }
}

internal sealed class DeletedResultConfiguration : IEntityTypeConfiguration<DeletedResult>
{
    public void Configure(EntityTypeBuilder<DeletedResult> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.Subject).HasMaxLength(ExamResult.MaxSubjectLength);
        builder.Property(r => r.Sitting).HasMaxLength(ExamResult.MaxSittingLength);
        builder.HasIndex(r => r.ChangeNo);
    }
}

internal sealed class ReferenceResultRevisionConfiguration : IEntityTypeConfiguration<ReferenceResultRevision>
{
    public void Configure(EntityTypeBuilder<ReferenceResultRevision> builder)
    {
        builder.Ignore(r => r.Values);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(r => r.ReferenceResultId);
        builder.HasIndex(r => r.ReplacedByImportId);
    }
}

internal sealed class ReferenceResultConfiguration : IEntityTypeConfiguration<ReferenceResult>
{
    public void Configure(EntityTypeBuilder<ReferenceResult> builder)
    {
        builder.Ignore(r => r.Values);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.PlaceCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.Subject).HasMaxLength(ExamResult.MaxSubjectLength);
        builder.Property(r => r.Sitting).HasMaxLength(ExamResult.MaxSittingLength);
        builder
            .HasIndex(r => new
            {
                r.PlaceCode,
                r.Year,
                r.Assessment,
                r.Subject,
                r.Grade,
                r.Sitting,
            })
            .IsUnique();
        builder.HasIndex(r => r.ImportId);
    }
}

internal sealed class ResultRollupConfiguration : IEntityTypeConfiguration<ResultRollup>
{
    public void Configure(EntityTypeBuilder<ResultRollup> builder)
    {
        builder.Ignore(r => r.Dynamics);
        builder.Ignore(r => r.Group);
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.Subject).HasMaxLength(ExamResult.MaxSubjectLength);
        builder.Property(r => r.Sitting).HasMaxLength(ExamResult.MaxSittingLength);
        builder.HasKey(r => new
        {
            r.RegionCode,
            r.Year,
            r.Assessment,
            r.Subject,
            r.Grade,
            r.Sitting,
            r.MunicipalityCode,
            r.Category,
            r.Small,
        });
    }
}

internal sealed class DirtyGroupConfiguration : IEntityTypeConfiguration<DirtyGroup>
{
    public void Configure(EntityTypeBuilder<DirtyGroup> builder)
    {
        builder.Ignore(g => g.Group);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(g => g.Subject).HasMaxLength(ExamResult.MaxSubjectLength);
        builder.Property(g => g.Sitting).HasMaxLength(ExamResult.MaxSittingLength);
        builder.HasIndex(g => new { g.RegionCode, g.Year });
    }
}

internal sealed class RollupTurnConfiguration : IEntityTypeConfiguration<RollupTurn>
{
    public void Configure(EntityTypeBuilder<RollupTurn> builder)
    {
        builder.HasKey(t => t.RegionCode);
        builder.Property(t => t.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(t => t.Number).IsConcurrencyToken();
    }
}
