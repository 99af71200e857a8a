using Adversa.Metrics.Evaluation;

namespace Adversa.Metrics.Tests;

public sealed class MetricCatalogTests
{
    [Theory]
    [InlineData(true, "precision recall density coverage prd_f8 prd_f_eighth is mode_score ssim ms_ssim psnr modes high_quality classes readable accuracy gan_train gan_test")]
    [InlineData(false, "fd fdlimit kid swd ndb ndb_share rkl fd_j FD-lenet-1a2b3c4d FDlimit-codes-1 FID FID-infinity KD-pixels KID")]
    [InlineData(null, "nn_accuracy diversity authenticity copying_z birthday ssim_pairs real_fd_j judge_accuracy beauty FDR")]
    public void It_says_which_way_a_number_goes(bool? rises, string numbers) => Assert.All(numbers.Split(' '), number => Assert.True(MetricCatalog.RisesWithQuality(number) == rises, number));
}
