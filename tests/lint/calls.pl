# SPDX-License-Identifier: Apache-2.0
#
# calls.pl FOLDER: reads the call graphs (*.ci) and symbol tables (*.cgraph) that gcc wrote into
# FOLDER, one pair for each source, and prints every function that can come to call itself. A call
# through a pointer counts as a call of every function whose address is taken anywhere, so a table
# of handlers hides nothing. The last line is "# " and the stack that the deepest chain needs.
use strict;
use warnings;

my ($folder) = @ARGV;
my (%calls, %stack, %by_pointer, $functions);

sub read_all {
    open my $in, '<', $_[0] or die "$_[0]: $!";
    local $/;
    return <$in>;
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
    while ($text =~ /^edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)" label: "([^"]*)"/gm) {
        $calls{$1}{$2} = $3;
    }
    my ($symbols) = glob(($graph =~ s/\.ci$//r) . '.c.*.cgraph');
    die "no symbol table beside $graph" unless defined $symbols;
    my $name = '';
    for (split /\n/, read_all($symbols)) {
        $name = $1 if m{^([A-Za-z_][\w.]*)/\d+ \(};
        $by_pointer{ $title_of{$name} // $name } = 1 if /Address is taken/;
    }
}
die "no functions" unless $functions;
$calls{__indirect_call}{$_} //= 'through a pointer' for keys %by_pointer;

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
