using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain.Imports;
using Opora.Domain.Places;

namespace Opora.Persistence.Configurations;

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.Ignore(r => r.Counts);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.FileName).HasMaxLength(ImportRun.FileNameLength);
        builder.Property(r => r.Hash).HasMaxLength(ImportRun.HashLength);
        builder.Property(r => r.Mapping).HasMaxLength(-1);
        builder.Property(r => r.MappingName).HasMaxLength(ImportMapping.NameLength);
        builder.Property(r => r.Corrections).HasMaxLength(-1);
        builder.Property(r => r.ErrorCodes).HasMaxLength(-1);
        builder.Property(r => r.Message).HasMaxLength(ImportRun.MessageLength);
        builder.HasIndex(r => new { r.RegionCode, r.CreatedAt });
        builder.HasIndex(r => new { r.MunicipalityCode, r.CreatedAt });
    }
}

internal sealed class ImportTicketConfiguration : IEntityTypeConfiguration<ImportTicket>
{
    public void Configure(EntityTypeBuilder<ImportTicket> builder)
    {
        builder.HasKey(t => t.ImportId);
        builder.Property(t => t.ImportId).ValueGeneratedNever();
        builder.Property(t => t.Scope).HasMaxLength(-1);
        builder.Property(t => t.Attempts).IsConcurrencyToken();
        builder.HasIndex(t => t.QueuedAt);
        builder.HasOne<ImportRun>().WithOne().HasForeignKey<ImportTicket>(t => t.ImportId);
    }
}

internal sealed class RejectedRowConfiguration : IEntityTypeConfiguration<RejectedRow>
{
    public void Configure(EntityTypeBuilder<RejectedRow> builder)
    {
        builder.HasKey(r => new { r.ImportId, r.Sequence });
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.Column).HasMaxLength(RejectedRow.ColumnLength);
        builder.Property(r => r.Sheet).HasMaxLength(RejectedRow.SheetLength);
        builder.Property(r => r.Code).HasMaxLength(RejectedRow.CodeLength);
        builder.Property(r => r.Pointer).HasMaxLength(RejectedRow.PointerLength);
        builder.Property(r => r.Value).HasMaxLength(RejectedRow.TextLength);
        builder.Property(r => r.Message).HasMaxLength(RejectedRow.TextLength);
        builder.Property(r => r.Allowed).HasMaxLength(RejectedRow.TextLength);
        // People read errors row by row, whatever order they were found in.
        builder.HasIndex(r => new { r.ImportId, r.Row });
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(r => r.ImportId);
    }
}

internal sealed class ImportMappingConfiguration : IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportMapping> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(m => m.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(m => m.Name).HasMaxLength(ImportMapping.NameLength);
        builder.Property(m => m.Fingerprint).HasMaxLength(ImportMapping.FingerprintLength);
        builder.Property(m => m.Spec).HasMaxLength(-1);
        builder
            .HasIndex(m => new
            {
                m.RegionCode,
                m.Kind,
                m.Name,
            })
            .IsUnique();
        builder.HasIndex(m => new
        {
            m.RegionCode,
            m.Kind,
            m.Fingerprint,
        });
    }
}
