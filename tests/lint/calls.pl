# SPDX-License-Identifier: Apache-2.0
#
# calls.pl FOLDER: reads the call graphs (*.ci) and symbol tables (*.cgraph) that gcc wrote into
# FOLDER, one pair for each source, and prints every function that can come to call itself.
#
# Calls through pointers hide nothing: a function that makes one and refers to tables calls every
# function in those tables and in what they refer to; one that refers to none calls every function
# whose address is taken anywhere.
#
# The last line is "# " and the stack that the deepest chain of calls needs.
use strict;
use warnings;

my ($folder) = @ARGV;
my (%calls, %stack, %by_pointer, %table_functions);
my (%unit_symbols, %variables, $functions);

sub read_all {
    open my $in, '<', $_[0] or die "$_[0]: $!";
    local $/;
    return <$in>;
}

# The symbols of one unit: "name/number" -> what it is and what it refers to.
sub read_symbols {
    my ($file, $title_of) = @_;
    my (%symbols, $at);
    for (split /\n/, read_all($file)) {
        if (m{^(([A-Za-z_][\w.]*)/\d+) \(}) {
            my ($key, $name) = ($1, $2);
            $at = $symbols{$key} //= { title => $title_of->{$name} // $name, refs => {}, kind => '' };
        }
        next unless $at;
        $at->{kind} = $1 if /^  Type: (function|variable)/;
        $at->{is_defined} = 1 if /^  Type: variable definition/;
        $at->{is_public} = 1 if /^  Visibility:.* public/;
        $by_pointer{ $at->{title} } = 1 if /Address is taken/;
        next unless /^  References: (.*)/;
        $at->{refs}{$_} = 1 for $1 =~ m{([A-Za-z_][\w.]*/\d+) \(}g;
    }
    return \%symbols;
}

for my $graph (glob "$folder/*.ci") {
    my %title_of;
    my $text = read_all($graph);
    while ($text =~ /^node: \{ title: "([^"]+)" label: "([^"]*)"/gm) {
        my ($title, $label) = ($1, $2);
        (my $name = $title) =~ s/.*://;
        $title_of{$name} = $title;
        if ($label =~ /(\d+) bytes/) { $stack{$title} = $1; $functions++ }
    }
    while ($text =~ /^edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)"/gm) {
        $calls{$1}{$2} = 1;
    }
    my ($table) = glob(($graph =~ s/\.ci$//r) . '.c.*.cgraph');
    die "no symbol table beside $graph" unless defined $table;
    my $symbols = $unit_symbols{$graph} = read_symbols($table, \%title_of);
    for my $key (keys %$symbols) {
        (my $name = $key) =~ s{/\d+$}{};
        $variables{$name} = [ $symbols, $key ] if $symbols->{$key}{is_defined} && $symbols->{$key}{is_public};
    }
}
die "no functions" unless $functions;

# Adds the functions that the variable refers to, however far away, to %$found.
sub functions_of {
    my ($symbols, $key, $found, $seen) = @_;
    my $symbol = $symbols->{$key} or return;
    if ($symbol->{kind} eq 'function') { $found->{ $symbol->{title} } = 1; return }
    if (!$symbol->{is_defined}) {
        (my $name = $key) =~ s{/\d+$}{};
        my $elsewhere = $variables{$name} or return;
        ($symbols, $key) = @$elsewhere;
        $symbol = $symbols->{$key};
    }
    return if $seen->{$symbol}++;
    functions_of($symbols, $_, $found, $seen) for keys %{ $symbol->{refs} };
}

for my $symbols (values %unit_symbols) {
    for my $symbol (grep { $_->{kind} eq 'function' } values %$symbols) {
        next unless $calls{ $symbol->{title} }{__indirect_call};
        my %found;
        for my $key (keys %{ $symbol->{refs} }) {
            next unless ($symbols->{$key}{kind} // '') eq 'variable';
            functions_of($symbols, $key, \%found, {});
        }
        next unless %found;
        $found{ $symbols->{$_}{title} } = 1
          for grep { ($symbols->{$_}{kind} // "") eq "function" } keys %{ $symbol->{refs} };
        $table_functions{ $symbol->{title} }{$_} = 1 for keys %found;
    }
}
for my $caller (keys %table_functions) {
    delete $calls{$caller}{__indirect_call};
    $calls{$caller}{$_} = 1 for keys %{ $table_functions{$caller} };
}
$calls{__indirect_call}{$_} = 1 for keys %by_pointer;

# Depth first, with the chain that is open; a function met again inside it closes a circle.
my (%depth, @chain, %open);

sub walk {
    my ($title) = @_;
    if ($open{$title}) {
        my @circle = @chain;
        shift @circle while $circle[0] ne $title;
        print join(' -> ', @circle, $title), "\n";
        return 0;
    }
    return $depth{$title} if defined $depth{$title};
    $open{$title} = 1;
    push @chain, $title;
    my $below = 0;
    for my $callee (sort keys %{ $calls{$title} }) {
        my $bytes = walk($callee);
        $below = $bytes if $bytes > $below;
    }
    pop @chain;
    delete $open{$title};
    return $depth{$title} = $below + ($stack{$title} // 0);
}

my ($most, $where) = (0, '');
for my $title (sort keys %stack) {
    my $bytes = walk($title);
    ($most, $where) = ($bytes, $title) if $bytes > $most;
}
print "# $functions functions; the deepest chain of calls, from $where, takes $most bytes of stack\n";
