// A system of the catalog in a loop of one's own: dotnet run --project samples/OwnLoop -- [STEPS] [FILE.png]
using Adversa;
using Adversa.Data;
using Adversa.Formats.Png;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training;

var steps = args.Length > 0 ? int.Parse(args[0]) : 500;
var digits = DataSets.Open("digits", new DataOptions());        // or a folder of pictures, MNIST, a packed set
using var stream = new BatchStream(digits, batchSize: 32, seed: 1);
using var init = new Generator(2);
using var noise = new Generator(3);
using var model = DcganVariant.Descriptor.Build(new DcganOptions(Width: 16), new BuildContext(digits.Schema, init, noise));
var optimizers = model.Players.ToDictionary(player => player, player => player.Optimizer.Create(player.Network.NamedParameters()));

for (var step = 0; step < steps; step++)
    foreach (var turn in model.Turns)                           // the discriminator's move, then the generator's
    {
        using var scope = new TensorScope();                    // frees every tensor of this update at its end
        foreach (var player in model.Players) player.Network.RequireGrad(player == turn.Player);
        var batch = stream.Next();
        var loss = turn.Loss(new TurnContext(batch, batch.Count, noise, step)).Total();
        optimizers[turn.Player].ZeroGrad();
        loss.Backward();
        optimizers[turn.Player].Step();
        if (step % 100 == 0) Console.WriteLine($"step {step}  loss {turn.Player.Name} {loss.Item():F3}");
    }

using var png = File.Create(args.Length > 1 ? args[1] : "digits.png");
PngWriter.Write(png, SampleSheet.Draw(model, network: null, digits));
