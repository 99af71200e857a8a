using System.Globalization;
using Adversa.Cli;
using Adversa.Cli.Commands;
using Adversa.Cli.Output;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;              // numbers and dates never depend on the user's locale
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Signals.IgnoreFileSizeLimit();
Signals.LeaveAtOnce();
Language.Choose(args);
return CommandLine.Run(args, new Terminal(args));
