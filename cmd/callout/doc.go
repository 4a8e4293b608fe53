// Command callout is the game's command line: one file per subcommand. Rules live in package game; what is here
// reads arguments, opens files, and hands over to the screens.
package main
