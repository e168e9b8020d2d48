using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Schools;

/// <summary>What goes on at a school that merges goes on at the one that stays. The test clock shows September 1st, 2021.</summary>
public sealed class MergedRowsTests(ApiFactory api)
{
    private static readonly DateOnly Today = new(2021, 9, 1);

    [Fact]
    public async Task Staff_agreements_pairings_and_internships_follow_and_what_had_ended_stays()
    {
        var given = await Given.Region(api);
        var (small, large) = (
            await given.School(await given.Municipality()),
            await given.School(await given.Municipality("Агрызский район"), "Лицей")
        );
        var leader = await given.School(await given.Municipality("Менделеевский район"), "Гимназия");
        var (teacher, left) = (GivenMentorings.Teacher(small, "Переходова Вера"), GivenMentorings.Teacher(small, "Ушедшая Нина"));
        left.Leave(new DateOnly(2021, 1, 31), null, Today);
        var half = GivenMentorings.Teacher(leader, "Совместителева Инна");
        var post = half.AddPost(small, null, Today);
        var lasting = GivenPartnerships.Agreement(small, leader);
        var ended = GivenPartnerships.Agreement(small, leader, f => f with { Number = "2", EndsOn = new DateOnly(2021, 1, 1) });
        var pair = GivenMentorings.Pair(teacher, leader, new DateOnly(2021, 1, 10));
        var site = new InternshipSite(leader, null, new InternshipSiteFacts("Чтение", [], 3, null, null));
        var intern = new Internship(site, teacher.Id, teacher, new InternshipFacts(Today, Today, 8));
        await given.Save(teacher, left, half, lasting, ended, new Partner(small, new PartnerFacts(2, [], null)));
        await given.Save(pair, site, intern);
        using var http = await given.Operator();
        await Merge(http, small, large).Json();

        using var stays = await given.SchoolPerson(large);
        (await stays.GetJson("/api/v1/teachers")).GetProperty("total").GetInt32().ShouldBe(2);
        (await stays.GetJson("/api/v1/partnerships")).GetProperty("total").GetInt32().ShouldBe(1);
        (await stays.GetJson($"/api/v1/mentorings/{pair.Id}")).GetProperty("editable").GetBoolean().ShouldBeTrue();
        (await stays.GetJson($"/api/v1/internships/{intern.Id}")).GetProperty("editable").GetBoolean().ShouldBeTrue();
        await given.InRegion(async db =>
        {
            var moved = await db.Teachers.Include(t => t.Posts).SingleAsync(t => t.Id == teacher.Id, Cancel);
            moved.SchoolId.ShouldBe(large.Id);
            moved.Posts.Single().SchoolId.ShouldBe(small.Id);
            (await db.Teachers.SingleAsync(t => t.Id == left.Id, Cancel)).SchoolId.ShouldBe(small.Id);
            (await db.TeacherPosts.SingleAsync(p => p.Id == post.Id, Cancel)).UntilOn.ShouldNotBeNull();
            (await db.TeacherPosts.CountAsync(p => p.TeacherId == half.Id && p.SchoolId == large.Id && p.UntilOn == null, Cancel)).ShouldBe(
                1
            );
            (await db.Partnerships.SingleAsync(p => p.Id == ended.Id, Cancel)).SchoolId.ShouldBe(small.Id);
            (await db.Partners.SingleAsync(Cancel)).SchoolId.ShouldBe(large.Id);
        });
    }

    [Fact]
    public async Task Agreements_between_the_two_and_of_one_number_stand_in_the_way()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (small, large, leader) = (await given.School(place), await given.School(place, "Лицей"), await given.School(place, "Гимназия"));
        await given.Save(GivenPartnerships.Agreement(small, leader), GivenPartnerships.Agreement(large, leader));
        using var http = await given.Operator();
        var problem = await Merge(http, small, large).AssertProblem(409, "merge-same-number");
        problem.GetProperty("detail").GetString()!.ShouldContain("№ 12/2020");
        await given.Save(GivenPartnerships.Agreement(leader, large, f => f with { Number = "77" }));
        await Merge(http, leader, large).AssertProblem(409, "merge-partners");
        (await http.GetJson($"/api/v1/schools/{small.Id}")).GetProperty("state").GetString().ShouldBe("Open");
    }

    private static Task<HttpResponseMessage> Merge(HttpClient http, School from, School into) =>
        http.PostJson(
            $"/api/v1/schools/{from.Id}/merge",
            new
            {
                intoId = into.Id,
                mergedOn = "2021-08-31",
                reason = "Реорганизация",
            },
            version: 1
        );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
