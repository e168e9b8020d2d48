using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain.Identification;
using Opora.Domain.Places;

namespace Opora.Persistence.Configurations;

internal sealed class CohortConfiguration : IEntityTypeConfiguration<Cohort>
{
    public void Configure(EntityTypeBuilder<Cohort> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(c => c.Name).HasMaxLength(Cohort.NameLength);
        builder.Property(c => c.OrderNumber).HasMaxLength(Cohort.OrderNumberLength);
        builder.HasIndex(c => new { c.RegionCode, c.ResultsYear }).IsUnique();
        builder.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.CohortId);
        builder.Navigation(c => c.Members).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class CohortMemberConfiguration : IEntityTypeConfiguration<CohortMember>
{
    public void Configure(EntityTypeBuilder<CohortMember> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(m => m.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(m => m.EntryReason).HasMaxLength(CohortMember.ReasonLength);
        builder.Property(m => m.ExitReason).HasMaxLength(CohortMember.ReasonLength);
        builder.HasIndex(m => new { m.CohortId, m.SchoolId }).IsUnique();
        builder.HasIndex(m => m.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(m => m.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}
