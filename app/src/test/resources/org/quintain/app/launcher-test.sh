# LauncherTest runs this with: the launcher, a jar whose Main prints what it is given, a Java home.
# It is a script so that accents reach the launcher as bytes, whatever locale the tests run in.
launcher=$1 jar=$2 java_home=$3
folder='with spaces, accents é ç and an apostrophe d'\''ici'
mkdir -p "$folder/lib" "$folder/instructor" elsewhere
cp "$launcher" "$folder/quintain"
cp "$jar" "$folder/quintain-app-1.jar"
touch "$folder/quintain-app-1-sources.jar"
ln -s "../$folder/quintain" elsewhere/link

JAVA_HOME=$java_home
export JAVA_HOME
echo '# arguments arrive unchanged'
sh "$folder/quintain" 'two words' '' '"double"' "single ' one" '$HOME `id` \n *' 'é ç œ' ''
echo '# from another folder, through a link, without a locale'
(cd elsewhere && LC_ALL=C ./link 'déjà')
(cd elsewhere && env -i PATH="$PATH" JAVA_HOME="$JAVA_HOME" ./link 'là')
echo '# the exit code and both streams are passed on'
sh "$folder/quintain" exit 2>&1
echo "exit $?"
echo '# no Java, and one that is too old'
mkdir -p old/bin tools
printf '#!/bin/sh\n' >old/bin/java
chmod +x old/bin/java
echo 'JAVA_VERSION="11.0.2"' >old/release
for tool in sh dirname readlink sed head; do ln -s "$(command -v $tool)" tools/$tool; done
env -i PATH=tools JAVA_HOME=old sh "$folder/quintain" 2>&1
echo "exit $?"
rm -r tools elsewhere
