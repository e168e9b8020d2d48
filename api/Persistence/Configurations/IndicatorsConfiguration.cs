using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Persistence.Configurations;

internal sealed class IndicatorSetConfiguration : IEntityTypeConfiguration<IndicatorSet>
{
    public void Configure(EntityTypeBuilder<IndicatorSet> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(s => s.Code).HasMaxLength(IndicatorSet.CodeLength);
        builder.Property(s => s.Name).HasMaxLength(IndicatorSet.NameLength);
        builder.Property(s => s.Note).HasMaxLength(IndicatorSet.NoteLength);
        builder.HasIndex(s => new { s.RegionCode, s.Code }).IsUnique();
    }
}

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    private const int DefinitionLength = Indicator.FormulaLength + 200;

    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.Ignore(i => i.Current);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(i => i.Code).HasMaxLength(Indicator.CodeLength);
        builder.Property(i => i.Name).HasMaxLength(Indicator.NameLength);
        builder.Property(i => i.Definition).HasMaxLength(DefinitionLength);
        builder.HasIndex(i => new { i.RegionCode, i.Code }).IsUnique();
        builder.HasOne<IndicatorSet>().WithMany().HasForeignKey(i => i.SetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Versions).WithOne().HasForeignKey(v => v.IndicatorId);
        builder.Navigation(i => i.Versions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class IndicatorVersionConfiguration : IEntityTypeConfiguration<IndicatorVersion>
{
    public void Configure(EntityTypeBuilder<IndicatorVersion> builder)
    {
        builder.Ignore(v => v.Wording);
        builder.Ignore(v => v.Meaning);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Name).HasMaxLength(Indicator.NameLength);
        builder.Property(v => v.Group).HasMaxLength(Indicator.GroupLength);
        builder.Property(v => v.Method).HasMaxLength(Indicator.MethodLength);
        builder.Property(v => v.Formula).HasMaxLength(Indicator.FormulaLength);
        // Not unique: a version that is replaced gives its number to the one that takes its place, in one save.
        builder.HasIndex(v => new { v.IndicatorId, v.No });
    }
}

internal sealed class IndicatorValueConfiguration : IEntityTypeConfiguration<IndicatorValue>
{
    public void Configure(EntityTypeBuilder<IndicatorValue> builder)
    {
        builder.Ignore(v => v.Measure);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(v => v.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(v => v.PlaceKey).HasMaxLength(IndicatorValue.PlaceKeyLength);
        builder.Property(v => v.Breakdown).HasMaxLength(Breakdown.MaxLength);
        builder.Property(v => v.Comment).HasMaxLength(IndicatorValue.CommentLength);
        builder.Property(v => v.Version).IsConcurrencyToken();
        // The natural key; it leads with the place, so that a grid reads one range.
        builder
            .HasIndex(v => new
            {
                v.PlaceKey,
                v.IndicatorId,
                v.Period,
                v.Breakdown,
            })
            .IsUnique();
        // One indicator over all schools: its page, and what is kept ready.
        builder.HasIndex(v => new { v.IndicatorId, v.Period });
        builder.HasIndex(v => v.ImportId);
        builder.HasIndex(v => v.SchoolId);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(v => v.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(v => v.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IndicatorValueRevisionConfiguration : IEntityTypeConfiguration<IndicatorValueRevision>
{
    public void Configure(EntityTypeBuilder<IndicatorValueRevision> builder)
    {
        builder.Ignore(v => v.Measure);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(v => v.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(v => v.PlaceKey).HasMaxLength(IndicatorValue.PlaceKeyLength);
        builder.Property(v => v.Breakdown).HasMaxLength(Breakdown.MaxLength);
        builder.Property(v => v.Comment).HasMaxLength(IndicatorValue.CommentLength);
        builder.HasIndex(v => new
        {
            v.PlaceKey,
            v.IndicatorId,
            v.Period,
            v.Breakdown,
        });
        builder.HasIndex(v => v.ImportId);
        builder.HasIndex(v => v.ReplacedByImportId);
        builder.HasIndex(v => v.SchoolId);
    }
}

internal sealed class IndicatorTargetConfiguration : IEntityTypeConfiguration<IndicatorTarget>
{
    public void Configure(EntityTypeBuilder<IndicatorTarget> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(t => t.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(t => t.PlaceKey).HasMaxLength(IndicatorValue.PlaceKeyLength);
        builder.Property(t => t.Note).HasMaxLength(IndicatorTarget.NoteLength);
        builder
            .HasIndex(t => new
            {
                t.PlaceKey,
                t.IndicatorId,
                t.Period,
            })
            .IsUnique();
        builder.HasIndex(t => new { t.IndicatorId, t.Period });
        builder.HasIndex(t => t.SchoolId);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(t => t.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(t => t.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IndicatorPeriodConfiguration : IEntityTypeConfiguration<IndicatorPeriod>
{
    public void Configure(EntityTypeBuilder<IndicatorPeriod> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        builder.HasIndex(p => new { p.SetId, p.Period }).IsUnique();
        builder.HasOne<IndicatorSet>().WithMany().HasForeignKey(p => p.SetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IndicatorReportConfiguration : IEntityTypeConfiguration<IndicatorReport>
{
    public void Configure(EntityTypeBuilder<IndicatorReport> builder)
    {
        builder.Ignore(r => r.IsOpen);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.PlaceKey).HasMaxLength(IndicatorValue.PlaceKeyLength);
        builder.Property(r => r.ReturnReason).HasMaxLength(IndicatorReport.ReasonLength);
        builder.Property(r => r.Note).HasMaxLength(IndicatorReport.ReasonLength);
        builder
            .HasIndex(r => new
            {
                r.PlaceKey,
                r.SetId,
                r.Period,
            })
            .IsUnique();
        builder.HasIndex(r => new { r.SetId, r.Period });
        builder.HasIndex(r => r.SchoolId);
        builder.HasOne<IndicatorSet>().WithMany().HasForeignKey(r => r.SetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IndicatorRollupConfiguration : IEntityTypeConfiguration<IndicatorRollup>
{
    public void Configure(EntityTypeBuilder<IndicatorRollup> builder)
    {
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasKey(r => new
        {
            r.RegionCode,
            r.Period,
            r.IndicatorId,
            r.MunicipalityCode,
            r.Category,
            r.Small,
        });
        builder.HasIndex(r => new { r.IndicatorId, r.Period });
    }
}

internal sealed class DirtyIndicatorConfiguration : IEntityTypeConfiguration<DirtyIndicator>
{
    public void Configure(EntityTypeBuilder<DirtyIndicator> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.RegionCode).HasMaxLength(Region.CodeLength);
        builder.HasIndex(n => new { n.RegionCode, n.Period });
    }
}

internal sealed class FormulaNoteConfiguration : IEntityTypeConfiguration<FormulaNote>
{
    public void Configure(EntityTypeBuilder<FormulaNote> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(n => n.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(n => n.RegionCode);
    }
}

internal sealed class FormulaProgressConfiguration : IEntityTypeConfiguration<FormulaProgress>
{
    public void Configure(EntityTypeBuilder<FormulaProgress> builder)
    {
        builder.HasKey(p => p.RegionCode);
        builder.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(p => p.Turn).IsConcurrencyToken();
    }
}
