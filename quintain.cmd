@echo off
rem Starts the command line of Quintain; see the file "quintain" for the folders and for Linux and macOS.
rem
rem In a checkout it builds the jars when app\target\.built is missing. Unlike its sister it does not compare file
rem times, which cmd cannot do soundly: after a change of a source, set QUINTAIN_BUILD=1 once, or run: mvn verify
rem Not run on Windows here: a test reads it as text, and people who have Windows are asked to report.
rem QUINTAIN_JAVA_OPTS adds options for Java, for example -Xmx4g. The texts below are ASCII for every code page.
setlocal DisableDelayedExpansion
set "HERE=%~dp0"
set "JAVA_EXE="

if defined JAVA_HOME call :try_java "%JAVA_HOME%"
if not defined JAVA_EXE call :try_java "%HERE%jre"
if not defined JAVA_EXE for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try_java "%%~dp$PATH:J.."
rem A java.exe on the PATH without a release file beside it (an installer's shim) is taken as it is.
if not defined JAVA_EXE for %%J in (java.exe) do if not "%%~$PATH:J"=="" if not exist "%%~dp$PATH:J..\release" set "JAVA_EXE=%%~$PATH:J"
if not defined JAVA_EXE (
  echo quintain: Java 17 or newer is needed. Install it, or set JAVA_HOME to its folder. 1>&2
  echo quintain: il faut Java 17 ou une version suivante. Installez-la, ou indiquez son dossier dans JAVA_HOME. 1>&2
  exit /b 127
)

set "BASE=%HERE%"
if not exist "%HERE%app\pom.xml" goto run
set "BASE=%HERE%app\target\"
if not exist "%BASE%.built" goto build
if not defined QUINTAIN_BUILD goto run
:build
echo quintain: building, once... 1>&2
where mvn >nul 2>nul
if errorlevel 1 (
  echo quintain: Maven, mvn, is needed to build this checkout. 1>&2
  echo quintain: il faut Maven, mvn, pour construire ce dossier. 1>&2
  exit /b 127
)
rem Only the jars: the gates are for "mvn verify".
call mvn -B -ntp -q -f "%HERE%pom.xml" -pl app -am package "-Dmaven.test.skip=true" "-Dmaven.javadoc.skip=true" "-Dmaven.source.skip=true" "-Dspotless.check.skip=true" "-Dcheckstyle.skip=true" "-Dcyclonedx.skip=true" "-Dquintain.dependencies.skip=true" 1>&2
if errorlevel 1 (
  echo quintain: the build failed, see above. La construction n'a pas abouti, voir ci-dessus. 1>&2
  exit /b 1
)

:run
set "APP="
for %%A in ("%BASE%quintain-app-*.jar") do call :app_jar "%%~fA" "%%~nA"
if not defined APP (
  echo quintain: no quintain-app-*.jar in "%BASE%" 1>&2
  exit /b 1
)
rem The console keeps its own encoding, which Java asks for; only the default for files is set.
"%JAVA_EXE%" "-Dfile.encoding=UTF-8" %QUINTAIN_JAVA_OPTS% -cp "%APP%;%BASE%instructor\*" org.quintain.app.Main %*
exit /b %ERRORLEVEL%

:try_java
if not exist "%~1\bin\java.exe" exit /b 0
rem In the release file of a JDK stands JAVA_VERSION="17.0.15"; the points stand for the quotation mark.
findstr /r /c:"^JAVA_VERSION=.1[7-9]" /c:"^JAVA_VERSION=.[2-9][0-9]" "%~1\release" >nul 2>nul
if errorlevel 1 exit /b 0
set "JAVA_EXE=%~1\bin\java.exe"
exit /b 0

:app_jar
set "NAME=%~2"
if not "%NAME:-sources=%"=="%NAME%" exit /b 0
set "APP=%~1"
exit /b 0
