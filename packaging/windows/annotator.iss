; Installs the folder that PyInstaller made: iscc /DVersion=0.1.0 packaging\windows\annotator.iss
#ifndef Version
  #error Name the version: iscc /DVersion=...
#endif

[Setup]
AppId={{6C0B5E0E-2C1B-4B7C-9E43-5B8F1D0A7A11}
AppName=Annotator
AppVersion={#Version}
AppPublisher=The Annotator maintainers
LicenseFile=..\..\LICENSE
DefaultDirName={autopf}\Annotator
DefaultGroupName=Annotator
DisableProgramGroupPage=yes
; For one person without an administrator, or for all of a machine.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
OutputDir=..\..\dist
OutputBaseFilename=annotator-{#Version}-setup
SetupIconFile=..\..\build\pyinstaller\annotator\annotator.ico
UninstallDisplayIcon={app}\annotator-window.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "arabic"; MessagesFile: "compiler:Languages\Arabic.isl"

[Files]
Source: "..\..\dist\annotator\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Annotator"; Filename: "{app}\annotator-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.annotator\OpenWithProgids"; ValueType: string; ValueName: "Annotator.Project"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Annotator.Project"; ValueType: string; ValueName: ""; ValueData: "Annotator project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Annotator.Project\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\annotator-window.exe,0"
Root: HKA; Subkey: "Software\Classes\Annotator.Project\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\annotator-window.exe"" open ""%1"""

[Run]
Filename: "{app}\annotator.exe"; Parameters: "self-test"; StatusMsg: "Checking the program…"; Flags: runhidden
Filename: "{app}\annotator-window.exe"; Description: "{cm:LaunchProgram,Annotator}"; Flags: nowait postinstall skipifsilent
