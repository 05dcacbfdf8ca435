# SPDX-License-Identifier: Apache-2.0
#
# calls.pl [--chain] FOLDER: reads the call graphs (*.ci) and symbol tables (*.cgraph) that gcc wrote
# into FOLDER, one pair for each source, from the folder where gcc ran, and prints every function that
# can come to call itself.
#
# Calls through pointers hide nothing. A call `row->read(...)` calls every function that an
# initialiser `.read = function` names in any of the sources; a call `TABLE[...](...)` every function
# in that table. Any other one calls every function in the tables that its function refers to and in
# what they refer to; where there are none, every function whose address is taken anywhere.
#
# The last line is "# " and the stack that the deepest chain of calls needs. With --chain the lines
# before it are that chain: the bytes of each function, and its name.
use strict;
use warnings;

my $shows_chain = @ARGV && $ARGV[0] eq '--chain' ? shift @ARGV : '';
my ($folder) = @ARGV;
my (%calls, %stack, %by_pointer, %table_functions, %by_field, %field_calls, %named_tables, %lines);
my (%unit_symbols, %variables, $functions);

sub read_all {
    open my $in, '<', $_[0] or die "$_[0]: $!";
    local $/;
    return <$in>;
}

# The field, or else the table, that the call at a place of a source goes through.
sub field_at {
    my ($place) = @_;
    my ($file, $line, $column) = $place =~ /^(.*):(\d+):(\d+)$/ or return;
    $lines{$file} //= -f $file ? [ split /\n/, read_all($file) ] : [];
    my $text = substr($lines{$file}[$line - 1] // '', $column - 1);
    return (undef, $1) if $text =~ /^(\w+)\[/;
    return $text =~ /^[\w\[\].>-]*->(\w+)\(/ ? ($1, undef) : ();
}

# The functions that initialisers of a source put into fields.
sub read_fields {
    my ($file, $title_of) = @_;
    return unless -f $file;
    my $text = read_all($file);
    while ($text =~ /^\s*\.(\w+) = ([a-z_]\w*),$/gm) {
        $by_field{$1}{ $title_of->{$2} } = 1 if $title_of->{$2};
    }
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
    while ($text =~ /^edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)"(?: label: "([^"]*)")?/gm) {
        my ($source, $target, $place) = ($1, $2, $3);
        my ($field, $name) = $target eq '__indirect_call' && defined $place ? field_at($place) : ();
        if (defined $field)   { $field_calls{$source}{$field} = 1 }
        elsif (defined $name) { $named_tables{$source}{$graph}{$name} = 1 }
        else                  { $calls{$source}{$target} = 1 }
    }
    my ($unit) = $text =~ /^graph: \{ title: "([^"]+)"/m;
    read_fields($unit, \%title_of);
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

for my $caller (keys %named_tables) {
    for my $graph (keys %{ $named_tables{$caller} }) {
        my $symbols = $unit_symbols{$graph};
        for my $name (keys %{ $named_tables{$caller}{$graph} }) {
            my %found;
            functions_of($symbols, $_, \%found, {}) for grep { m{^\Q$name\E/} } keys %$symbols;
            $found{__indirect_call} = 1 unless %found;
            $calls{$caller}{$_} = 1 for keys %found;
        }
    }
}

# Who calls through a field that no source fills calls what the caller of the library has put there.
for my $caller (keys %field_calls) {
    for my $field (keys %{ $field_calls{$caller} }) {
        my $functions = $by_field{$field} // { __indirect_call => 1 };
        $calls{$caller}{$_} = 1 for keys %$functions;
    }
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
my (%depth, %deepest, @chain, %open);

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
        ($below, $deepest{$title}) = ($bytes, $callee) if $bytes > $below;
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
for (my $title = $where; $shows_chain && defined $title; $title = $deepest{$title}) {
    printf "%6d %s\n", $stack{$title} // 0, $title;
}
print "# $functions functions; the deepest chain of calls, from $where, takes $most bytes of stack\n";
